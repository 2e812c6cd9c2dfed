import { createRequire } from "node:module";
import { collectInto, type Diagnostic } from "../diagnostic.ts";
import type { EmittedFile, Plan } from "../plan.ts";
import { quote } from "../terminal-text.ts";
import { findForbiddenBytes } from "./find-forbidden-bytes.ts";
import { findForbiddenComments } from "./find-forbidden-comments.ts";
import { findForbiddenSyntax } from "./find-forbidden-syntax.ts";
import { findTableMisprints } from "./find-table-misprints.ts";
import { knownNames } from "./known-names.ts";
import type { Violation } from "./violation.ts";

const require = createRequire(import.meta.url);
const loadTypeScript = (): typeof import("typescript") => require("typescript");

/**
 * Holds every emitted file against what generated text may be, before anything is written: its bytes, its syntax, and the
 * values of its tables, read back from the text. A position that somebody forgot to escape becomes an error here.
 */
export function checkEmitted(files: readonly EmittedFile[], plan: Plan): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = collectInto(diagnostics);
  const paths = new Set<string>();
  for (const file of files) {
    const lower = file.path.toLowerCase();
    if (!isSafePath(file.path) || paths.has(lower))
      report("output-refused", `The path ${quote(file.path)} is not allowed.`);
    paths.add(lower);
    for (const { message, at } of findViolations(file, plan)) {
      report("output-refused", message, { place: { file: file.path, ...placeOf(file.text, at) } });
    }
  }
  return diagnostics;
}

function isSafePath(path: string): boolean {
  return path.length <= 160 && path.split("/").every((part) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part));
}

function findViolations(file: EmittedFile, plan: Plan): readonly Violation[] {
  const bytes = findForbiddenBytes(file.text);
  if (!file.path.endsWith(".ts")) return bytes;
  const { createSourceFile, ScriptTarget } = loadTypeScript();
  const source = createSourceFile(file.path, file.text, ScriptTarget.ES2023, true);
  return [
    ...bytes,
    ...findForbiddenComments(file.text),
    ...findForbiddenSyntax(source, knownNames(plan)),
    ...findTableMisprints(source, plan),
  ];
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
