import { collectInto, type Diagnostic } from "../diagnostic.ts";
import type { EmittedFile, Plan } from "../plan.ts";
import { quote } from "../terminal-text.ts";
import { expectedTables } from "./expected-tables.ts";
import { findForbiddenBytes } from "./find-forbidden-bytes.ts";
import { findForbiddenComments } from "./find-forbidden-comments.ts";
import { findForbiddenSyntax } from "./find-forbidden-syntax.ts";
import { findTableMisprints } from "./find-table-misprints.ts";
import { isPlainTypes } from "./is-plain-types.ts";
import { knownNames } from "./known-names.ts";
import { parseModule } from "./parse-module.ts";
import type { Violation } from "./violation.ts";

/**
 * Holds every emitted file against what generated text may be, before anything is written: its bytes, its syntax, and the
 * values of its tables, read back from the text. A position that somebody forgot to escape becomes an error here.
 */
export function checkEmitted(files: readonly EmittedFile[], plan: Plan): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = collectInto(diagnostics);
  const paths = new Set<string>();
  const expected = { names: knownNames(plan), tables: expectedTables(plan) };
  for (const file of files) {
    const lower = file.path.toLowerCase();
    if (!isSafePath(file.path) || paths.has(lower))
      report("output-refused", `The path ${quote(file.path)} is not allowed.`);
    paths.add(lower);
    for (const { message, at } of findViolations(file, expected)) {
      report("output-refused", message, { place: { file: file.path, ...placeOf(file.text, at) } });
    }
  }
  return diagnostics;
}

function isSafePath(path: string): boolean {
  return path.length <= 160 && path.split("/").every((part) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part));
}

interface Expected {
  readonly names: ReadonlySet<string>;
  readonly tables: ReturnType<typeof expectedTables>;
}

function findViolations(file: EmittedFile, { names, tables }: Expected): readonly Violation[] {
  const bytes = findForbiddenBytes(file.text);
  if (!file.path.endsWith(".ts")) return bytes;
  const expected = tables.get(file.path);
  if (expected === undefined && isPlainTypes(file.text, names)) return bytes;
  const source = parseModule(file);
  return [
    ...bytes,
    ...findForbiddenComments(file.text),
    ...findForbiddenSyntax(source, names),
    ...findTableMisprints(source, expected ?? new Map()),
  ];
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
