import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileAll } from "./compile-all.ts";
import { type CaseResult, generateCase } from "./generate-case.ts";
import { listCases } from "./list-cases.ts";
import { printTable } from "./print-table.ts";

// `npm run corpus -- <folder>`: every document alone and every group of documents together becomes a package, twice, in
// memory; all packages are compiled under each supported TypeScript. Prints one table; exit code 1 when anything is wrong.

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("npm run corpus -- <folder of documents>\n");
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), "docket-corpus-"));
try {
  const results: CaseResult[] = [];
  for (const one of listCases(folder)) {
    results.push(generateCase(one, join(scratch, String(results.length))));
    if (process.stderr.isTTY) process.stderr.write(`\r${results.length} ${one.name.slice(0, 60).padEnd(60)}`);
  }
  const compiled = compileAll(scratch);
  process.stdout.write(printTable(results, compiled));
  const wrong = results.some((result) => result.crash !== undefined || !result.repeatable || result.lost.length > 0);
  process.exitCode = wrong || compiled.some(({ errors }) => errors.length > 0) ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
