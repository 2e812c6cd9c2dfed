import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// `npm run bench:huge [-- <operations>]`: documents of n/2 and n operations (default 50,000), docket generate in a heap of 512 MB
// against openapi-typescript's own command in a heap of 8 GB. CPU time of all threads, as each process counts it at its end; the
// last column is the time of n operations over that of n/2: 2 where time is linear.

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const docket = join(root, "generator/dist/main.js");
const openapiTypescript = join(root, "node_modules/openapi-typescript/bin/cli.js");
const most = Number(process.argv[2] ?? 50_000);
const scratch = mkdtempSync(join(tmpdir(), "docket-huge-"));
const usageFile = join(scratch, "usage");
const clock = join(scratch, "clock.mjs");
writeFileSync(clock, usageClock());

try {
  process.stdout.write(`${"".padEnd(34)}${"n/2".padStart(12)}${"n".padStart(12)}   n ÷ n/2    peak at n\n`);
  for (const [name, shape] of [
    ["no schema", bareOperation],
    ["shared schemas", referringOperation],
  ] as const) {
    const files = [most / 2, most].map((count) => writeDocument(count, shape));
    print(
      `docket, ${name}`,
      files.map((file) => measure([docket, "generate", file, "--out", join(scratch, "out")], 512)),
    );
    print(
      `openapi-typescript, ${name}`,
      files.map((file) => measure([openapiTypescript, file, "-o", join(scratch, "peer.ts")], 8192)),
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

type Shape = (index: number) => object;

function bareOperation(index: number): object {
  return { operationId: `operation${index}`, responses: { 200: { description: "Done." } } };
}

function referringOperation(index: number): object {
  const schema = { $ref: `#/components/schemas/Thing${index % 100}` };
  return {
    operationId: `operation${index}`,
    summary: `Operation ${index}`,
    responses: { 200: { description: "Done.", content: { "application/json": { schema } } } },
  };
}

function writeDocument(count: number, shape: Shape): string {
  const thing = { type: "object", properties: { id: { type: "string" }, size: { type: "integer", minimum: 1 } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Huge", version: "1.0.0" },
    paths: Object.fromEntries(Array.from({ length: count }, (_, index) => [`/things/${index}`, { get: shape(index) }])),
    components: { schemas: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`Thing${index}`, thing])) },
  };
  const file = join(scratch, `${shape.name}-${count}.json`);
  writeFileSync(file, JSON.stringify(document));
  return file;
}

/** Seconds of CPU time and megabytes; undefined when it did not end well. */
function measure(command: readonly string[], heap: number): readonly [cpu: number, peak: number] | undefined {
  rmSync(join(scratch, "out"), { recursive: true, force: true });
  const flags = [`--max-old-space-size=${heap}`, "--import", pathToFileURL(clock).href];
  const { status } = spawnSync(process.execPath, [...flags, ...command], { cwd: scratch, timeout: 300_000 });
  if (status !== 0) return undefined;
  const [cpu = 0, peak = 0] = readFileSync(usageFile, "utf8").split(" ").map(Number);
  return [cpu, peak];
}

function print(name: string, [half, whole]: readonly (readonly [number, number] | undefined)[]): void {
  const seconds = (result: readonly [number, number] | undefined): string =>
    (result === undefined ? "failed" : `${result[0].toFixed(1)} s`).padStart(12);
  const ratio = half === undefined || whole === undefined ? "" : (whole[0] / half[0]).toFixed(2);
  const peak = whole === undefined ? "" : `${whole[1].toFixed(0)} MB`;
  process.stdout.write(
    `${name.padEnd(34)}${seconds(half)}${seconds(whole)}${ratio.padStart(10)}${peak.padStart(13)}\n`,
  );
}

/** A module to load before a command's own; a thread of the command counts with its process. */
function usageClock(): string {
  return `import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(${JSON.stringify(usageFile)}, \`\${(userCPUTime + systemCPUTime) / 1e6} \${maxRSS / 1024}\`);
});
`;
}
