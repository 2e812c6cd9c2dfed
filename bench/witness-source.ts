import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { compareDocuments } from "../generator/diff/compare-documents.ts";
import type { Finding } from "../generator/diff/finding.ts";
import { type Document, httpMethods } from "../generator/document.ts";
import type { GeneratedClient } from "../generator/pipeline.ts";

/** What a compiler says of programs written against the old package, beside what `docket diff` says. */
export interface Witness {
  /** Errors of the compiler, with the line of the program each. */
  readonly errors: readonly string[];
  /** Findings on the source axis that are breaking or risky. */
  readonly findings: readonly Finding[];
  /** Set when the compiler complains and `docket diff` calls the change source-compatible. */
  readonly contradicted: boolean;
}

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Compiles, with the new package, what callers do with the old one: hand in its inputs, take its outputs, name its fields,
 * endpoints and gateways. `docket diff` is not asked for the answer, only held against it.
 */
export function witnessSource(old: GeneratedClient, fresh: GeneratedClient): Witness {
  const folder = mkdtempSync(join(tmpdir(), "docket-witness-"));
  try {
    writePackage(join(folder, "old"), old);
    writePackage(join(folder, "new"), fresh);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const program = join(folder, "program.ts");
    writeFileSync(program, programFor(old.document));
    const errors = compile(program);
    const findings = compareDocuments(old.document, fresh.document).filter(
      ({ axis, severity }) => axis === "source" && severity !== "safe",
    );
    return { errors, findings, contradicted: errors.length > 0 && findings.length === 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writePackage(folder: string, { files }: GeneratedClient): void {
  for (const { path, text } of files) {
    if (!path.startsWith("src/")) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const heading = `import type * as Old from "./old/src/index.js";
import type * as New from "./new/src/index.js";
import type { paths as OldPaths } from "./old/src/paths.js";
import type { paths as NewPaths } from "./new/src/paths.js";

declare function given<Value>(): Value;
type Json<Message> = Message extends { content: { "application/json": infer Body } } ? Body : never;
`;

/** One block for each thing callers do; a block that does not compile is a caller who must change something. */
function programFor(document: Document): string {
  const blocks: string[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of httpMethods) {
      const operation = item[method];
      if (operation === undefined) continue;
      const [place, name] = [JSON.stringify(path), JSON.stringify(method)];
      const [before, after] = [`OldPaths[${place}][${name}]`, `NewPaths[${place}][${name}]`];
      blocks.push(`{ const parameters: ${after}["parameters"] = given<${before}["parameters"]>(); }`);
      if (operation.requestBody !== undefined) {
        blocks.push(
          `{ const body: Json<NonNullable<${after}["requestBody"]>> = given<Json<NonNullable<${before}["requestBody"]>>>(); }`,
        );
      }
      for (const status of Object.keys(operation.responses).filter((one) => /^2\d\d$/.test(one))) {
        blocks.push(
          `{ const answer: Json<${before}["responses"][${status}]> = given<Json<${after}["responses"][${status}]>>(); }`,
        );
      }
      const queue = operation["x-docket-queue"];
      if (queue?.role === "submit") blocks.push(...endpointBlocks(queue.endpoint));
    }
  }
  for (const id of Object.keys(document["x-docket-gateways"])) {
    const gateway = JSON.stringify(id);
    blocks.push(
      `{ const offered: New.EndpointIdsByGateway[${gateway}] = given<Old.EndpointIdsByGateway[${gateway}]>(); }`,
    );
  }
  return `${heading}\n${blocks.join("\n")}\n`;
}

function endpointBlocks(endpoint: string): readonly string[] {
  const id = JSON.stringify(endpoint);
  return [
    `{ const input: New.InputOf<${id}> = given<Old.InputOf<${id}>>(); }`,
    `{ const field: keyof New.InputOf<${id}> = given<keyof Old.InputOf<${id}>>(); }`,
    `{ const output: Old.OutputOf<${id}> = given<New.OutputOf<${id}>>(); }`,
    `{ const field: keyof New.OutputOf<${id}> = given<keyof Old.OutputOf<${id}>>(); }`,
  ];
}

function compile(path: string): readonly string[] {
  const program = ts.createProgram([path], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    types: [],
    paths: { "@docket/runtime": [join(root, "src/index.ts")] },
  });
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error("the program is not there");
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((found) => {
    const line = source.getLineAndCharacterOfPosition(found.start ?? 0).line;
    const text = source.text.split("\n")[line] ?? "";
    return `${text}\n    ${ts.flattenDiagnosticMessageText(found.messageText, "\n    ")}`;
  });
}
