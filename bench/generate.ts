import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// `npm run bench:generate [-- <folder of documents>]`: whole processes, medians of several runs, all in this run:
// docket generate (into an empty folder, and with nothing changed) against openapi-typescript's own command on the
// normalized document that docket made. docket also reads the pages, mines them, writes ten more files and their
// declarations; the ratio is of the whole commands all the same. On a busy machine, compare CPU times: of all threads,
// user and system, as each process counts them at its end.

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const docket = join(root, "generator/dist/main.js");
const openapiTypescript = join(root, "node_modules/openapi-typescript/bin/cli.js");
const runs = 11;
const scratch = mkdtempSync(join(tmpdir(), "docket-bench-"));
const clock = join(scratch, "clock.mjs");
const cpuFile = join(scratch, "cpu");
writeFileSync(clock, cpuClock());

/** Milliseconds. */
interface Times {
  readonly wall: number;
  readonly cpu: number;
}

try {
  const documents = process.argv[2];
  const project = documents === undefined ? copyOfThisProject() : scratch;
  const args =
    documents === undefined ? ["generate"] : ["generate", resolve(documents), "--out", join(scratch, "generated")];
  const output = join(project, "generated");
  const yaml = join(output, "openapi.yaml");
  const times: Record<"cold" | "unchanged" | "peer", Times[]> = { cold: [], unchanged: [], peer: [] };
  // By turns, so that a machine that slows down slows all of them.
  for (let run = 0; run < runs; run++) {
    rmSync(output, { recursive: true, force: true });
    times.cold.push(timesOf([docket, ...args], project));
    times.unchanged.push(timesOf([docket, ...args], project));
    times.peer.push(timesOf([openapiTypescript, yaml, "-o", join(scratch, "peer.ts")], scratch));
  }
  const [cold, unchanged, peer] = [median(times.cold), median(times.unchanged), median(times.peer)];
  const line = (name: string, { wall, cpu }: Times): string =>
    `${name.padEnd(44)}${column(wall, peer.wall)}${column(cpu, peer.cpu)}\n`;
  process.stdout.write(
    `${runs} runs each, medians, Node ${process.version}, ${cpus().length} cores, openapi.yaml ${(statSync(yaml).size / 1024).toFixed(0)} kB\n` +
      `${"".padEnd(44)}    wall, × openapi-typescript    CPU, × openapi-typescript\n` +
      line("docket generate, into an empty folder", cold) +
      line("docket generate, nothing changed", unchanged) +
      line("openapi-typescript on the same document", peer),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function column(value: number, peer: number): string {
  return `${value.toFixed(0).padStart(11)} ms   ${(value / peer).toFixed(2).padEnd(12)}`;
}

function copyOfThisProject(): string {
  const project = join(scratch, "project");
  for (const path of ["docket.yaml", "specs"]) cpSync(join(root, path), join(project, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  return project;
}

function timesOf(command: readonly string[], cwd: string): Times {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", pathToFileURL(clock).href, ...command], {
    cwd,
    encoding: "utf8",
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${command[0]} failed: ${stderr}`);
  return { wall, cpu: Number(readFileSync(cpuFile, "utf8")) };
}

function median(times: readonly Times[]): Times {
  return { wall: middle(times.map(({ wall }) => wall)), cpu: middle(times.map(({ cpu }) => cpu)) };
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** A module to load before a command's own: spawnSync does not say what CPU time a process took. */
function cpuClock(): string {
  return `import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(${JSON.stringify(cpuFile)}, String((userCPUTime + systemCPUTime) / 1000));
});
`;
}
