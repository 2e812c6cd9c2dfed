import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import { generateClient } from "../../generator/pipeline.ts";
import type { Project } from "../../generator/project.ts";
import type { CorpusCase } from "./list-cases.ts";

/** What became of a case. */
export interface CaseResult {
  readonly name: string;
  readonly kind: CorpusCase["kind"];
  readonly documents: number;
  /** Operations that readers found, `METHOD path` each, distinct. */
  readonly operations: number;
  /** Operations that readers found, that are not in the generated document, and that no diagnostic names. */
  readonly lost: readonly string[];
  readonly mined: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
  readonly written: boolean;
  readonly repeatable: boolean;
  readonly crash?: string;
  readonly milliseconds: number;
}

/** Generates a case twice in memory and writes the package's sources into a folder. */
export function generateCase(one: CorpusCase, target: string): CaseResult {
  const start = performance.now();
  const base = { name: one.name, kind: one.kind, documents: one.files.length };
  try {
    const project = projectOf(one);
    const first = generateClient(project);
    const milliseconds = performance.now() - start;
    const again = generateClient(project);
    for (const { path, text } of first.files) {
      if (!path.startsWith("src/")) continue;
      mkdirSync(dirname(join(target, path)), { recursive: true });
      writeFileSync(join(target, path), text);
    }
    const found = new Set(first.sources.flatMap(({ operations }) => operations));
    return {
      ...base,
      operations: found.size,
      lost: first.files.length === 0 ? [] : findLost(found, first.document, first.diagnostics),
      mined: countMined(first.document),
      diagnostics: first.diagnostics,
      written: first.files.length > 0,
      repeatable: JSON.stringify(first.files) === JSON.stringify(again.files),
      milliseconds,
    };
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const none = { operations: 0, lost: [], mined: new Map(), diagnostics: [], written: false, repeatable: false };
    return { ...base, ...none, crash, milliseconds: performance.now() - start };
  }
}

function projectOf(one: CorpusCase): Project {
  return {
    config: {
      package: "@docket/corpus",
      version: "0.1.0",
      output: "generated",
      gateways: [{ id: "corpus", documents: [], queue: "fal-gateway", protocols: [] }],
      overlays: [],
    },
    pages: one.files.map((file) => ({ ...file, gateway: "corpus" })),
    overlays: [],
  };
}

/** Paths may be renamed on the way (parameters, prefixes): an operation is lost when its last plain segment is gone too. */
function findLost(
  found: ReadonlySet<string>,
  document: unknown,
  diagnostics: readonly Diagnostic[],
): readonly string[] {
  const text = JSON.stringify(document);
  const messages = diagnostics.map(({ message, pointer = "" }) => `${message} ${pointer}`).join("\n");
  return [...found].filter((operation) => {
    const path = operation.slice(operation.indexOf(" ") + 1);
    const plain =
      path
        .split("/")
        .filter((segment) => segment !== "" && !segment.includes("{") && !segment.startsWith(":"))
        .at(-1) ?? "";
    return !text.includes(JSON.stringify(path).slice(1, -1)) && !text.includes(plain) && !messages.includes(path);
  });
}

function countMined(document: unknown): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const waiting: unknown[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== "object" || node === null) continue;
    for (const [key, value] of Object.entries(node)) {
      if (key === "x-docket-origin" && typeof value === "object" && value !== null) {
        for (const [keyword, origin] of Object.entries(value)) {
          if (origin === "prose") counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
        }
      } else if (typeof value === "object" && value !== null) waiting.push(value);
    }
  }
  return counts;
}
