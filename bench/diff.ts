import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { largeDocument } from "./large-document.ts";

const rounds = 3;
const redocly = "@redocly/cli@2.77.0";
const root = fileURLToPath(new URL("../", import.meta.url));

main();

/** `npm run bench:diff`: docket diff and redocly diff on two versions of a 3 MB document, in turns, whole processes. */
function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "docket-bench-"));
  try {
    const [base, head] = (["base", "edited"] as const).map((version) => writeVersion(folder, version));
    if (base === undefined || head === undefined) return;
    const docket = [
      process.execPath,
      join(root, "generator/dist/main.js"),
      "diff",
      base,
      head,
      "--format",
      "json",
      "--fail-on",
      "none",
    ];
    const other = installRedocly(folder);
    const rivals =
      other === undefined
        ? []
        : [{ name: redocly, command: [process.execPath, other, "diff", base, head, "--format", "json"] }];
    const entries = [{ name: "docket", command: docket }, ...rivals].map((entry) => ({
      ...entry,
      times: [] as number[],
    }));
    for (let round = 0; round < rounds; round += 1)
      for (const { command, times } of entries) times.push(timeOf(command, folder));
    for (const { name, times } of entries)
      process.stdout.write(
        `${name.padEnd(24)} ${median(times).toFixed(2)} s (${times.map((one) => one.toFixed(2)).join(", ")})\n`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeVersion(folder: string, version: "base" | "edited"): string {
  const path = join(folder, `${version}.yaml`);
  const text = stringify(largeDocument(version), { aliasDuplicateObjects: false });
  writeFileSync(path, text);
  process.stdout.write(`${version}: ${(text.length / 1e6).toFixed(1)} MB\n`);
  return path;
}

/** The path of redocly's command, or undefined when the registry does not serve it. */
function installRedocly(folder: string): string | undefined {
  const installed = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, redocly], {
    cwd: folder,
  });
  if (installed.status !== 0) {
    process.stdout.write(`${redocly} could not be installed: docket alone\n`);
    return undefined;
  }
  return join(folder, "node_modules/@redocly/cli/bin/cli.js");
}

/** Seconds of wall time of a whole process. Throws when it does not run. */
function timeOf([program = "", ...args]: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { cwd, maxBuffer: 1 << 28 });
  if (status !== 0 && status !== 1)
    throw new Error(`${args[0]} ended with ${status}: ${stderr.toString().slice(0, 2000)}`);
  return (performance.now() - start) / 1000;
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
