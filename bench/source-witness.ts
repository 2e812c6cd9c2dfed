import { loadProject } from "../generator/load-project.ts";
import { nodeHost } from "../generator/node-host.ts";
import { type GeneratedClient, generateClient } from "../generator/pipeline.ts";
import { printDiagnostics } from "../generator/print-diagnostics.ts";
import { witnessSource } from "./witness-source.ts";

await main(process.argv.slice(2));

/** `npm run source-witness -- <old> <new>`: documents or folders of documents, of which packages are made. Exit 1 when diff is wrong. */
async function main([old, fresh]: readonly string[]): Promise<void> {
  if (old === undefined || fresh === undefined) {
    process.stderr.write("usage: npm run source-witness -- <old documents> <new documents>\n");
    process.exitCode = 2;
    return;
  }
  const [before, after] = [await packageOf(old), await packageOf(fresh)];
  if (before === undefined || after === undefined) {
    process.exitCode = 2;
    return;
  }
  const { errors, findings, contradicted } = witnessSource(before, after);
  for (const error of errors) process.stdout.write(`does not compile: ${error}\n`);
  for (const { severity, message } of findings)
    process.stdout.write(`docket diff: ${severity} on the source axis: ${message}\n`);
  const verdict = contradicted
    ? "docket diff calls this source-compatible, and the compiler does not"
    : "docket diff and the compiler do not contradict each other";
  process.stdout.write(`${errors.length} errors, ${findings.length} findings: ${verdict}\n`);
  process.exitCode = contradicted ? 1 : 0;
}

async function packageOf(documents: string): Promise<GeneratedClient | undefined> {
  const loaded = await loadProject(nodeHost(), { documents });
  const generated = generateClient(loaded.project);
  if (generated.plan !== undefined) return generated;
  process.stderr.write(
    printDiagnostics([...loaded.diagnostics, ...generated.diagnostics], new Map(), (_style, text) => text),
  );
  return undefined;
}
