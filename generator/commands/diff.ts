import { resolve } from "node:path";
import { type Acceptance, readAccepted, weighFindings } from "../diff/accepted.ts";
import { compareDocuments } from "../diff/compare-documents.ts";
import { type Axis, axes, type Severity } from "../diff/finding.ts";
import { nextVersion, stepFor } from "../diff/next-version.ts";
import { printGithub } from "../diff/report/print-github.ts";
import { printJson } from "../diff/report/print-json.ts";
import { printMarkdown } from "../diff/report/print-markdown.ts";
import { printTerminal } from "../diff/report/print-terminal.ts";
import type { DiffReport } from "../diff/report/report.ts";
import { nodeGit } from "../git.ts";
import type { Host } from "../host.ts";
import { paintFor } from "../paint.ts";
import { printDiagnostics } from "../print-diagnostics.ts";
import { safe } from "../terminal-text.ts";
import { type ComparedDocuments, loadDocuments } from "./load-documents.ts";
import { oneOf, parseOptions } from "./parse-options.ts";
import { readYamlFile } from "./read-yaml-file.ts";

/** What `docket diff --help` prints. */
export const help = `docket diff [base] [head] [options]

What changed, and whom does it break? Compares two documents: files, folders of one gateway's pages, or <git-ref>:<path>
of either. Without a base, the generated openapi.yaml where this branch started; without a head, what the documents say now.

  --format terminal|markdown|json|github   default terminal
  --json                                   is --format json
  --fail-on breaking|risky|any|none        default breaking
  --axis wire|source|runtime               only this axis; may be repeated
  --next-version                           print only the version that the generated package should get
  --accepted file                          default docket.accepted.yaml, where there is one
  --config file                            default docket.yaml

Examples:
  docket diff
  docket diff main:generated/openapi.yaml
  docket diff old.yaml new.yaml --axis wire --format markdown
  docket diff main:pages/acme pages/acme

Exit code: 0 nothing at --fail-on or above, 1 findings, 2 could not run.
`;

type Format = "terminal" | "markdown" | "json" | "github";
type Threshold = "breaking" | "risky" | "any" | "none";

interface Options {
  readonly format: Format;
  readonly failOn: Threshold;
  readonly axes: readonly Axis[];
  readonly nextVersion: boolean;
  readonly accepted: string | undefined;
  readonly config: string | undefined;
  readonly sides: readonly string[];
}

/** Compares two documents and reports what changed. */
export async function diff(args: readonly string[], host: Host): Promise<number> {
  const options = readOptions(args);
  const today = new Date().toISOString().slice(0, 10);
  const accepted = await loadAccepted(options.accepted, host);
  if (accepted === undefined) return 2;
  const loaded = await loadDocuments(options.sides, options.config, host, nodeGit(host.cwd, host.env));
  const paint = paintFor(host);
  host.err(printDiagnostics(loaded.diagnostics, loaded.texts, paint));
  if (loaded.note !== undefined) host.err(`docket diff: ${loaded.note}\n`);
  const report = reportOn(loaded, accepted, today, options);
  if (report === undefined) return loaded.done === true ? 0 : 2;
  if (options.nextVersion) return tellVersion(report, host);
  host.out(printReport(report, options.format, host));
  return fails(report, options.failOn) ? 1 : 0;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseOptions(
    args,
    {
      format: { type: "string" },
      "fail-on": { type: "string" },
      axis: { type: "string", multiple: true },
      "next-version": { type: "boolean" },
      accepted: { type: "string" },
      config: { type: "string" },
      json: { type: "boolean" },
    },
    2,
  );
  const named = values.axis ?? [];
  return {
    format: oneOf("--format", values.format ?? (values.json === true ? "json" : "terminal"), [
      "terminal",
      "markdown",
      "json",
      "github",
    ]),
    failOn: oneOf("--fail-on", values["fail-on"] ?? "breaking", ["breaking", "risky", "any", "none"]),
    axes:
      named.length === 0 ? axes : named.flatMap((list) => list.split(",")).map((axis) => oneOf("--axis", axis, axes)),
    nextVersion: values["next-version"] === true,
    accepted: values.accepted,
    config: values.config,
    sides: positionals,
  };
}

const acceptedName = "docket.accepted.yaml";

/** The acceptances; undefined, with everything wrong told, when the file is malformed. */
async function loadAccepted(path: string | undefined, host: Host): Promise<readonly Acceptance[] | undefined> {
  const name = path ?? acceptedName;
  const file = await readYamlFile(resolve(host.cwd, name), name, host);
  if (file === "missing" && path === undefined) return [];
  if (typeof file === "string") {
    host.err(`docket diff: ${safe(name)}: ${file === "missing" ? "there is no such file" : file}\n`);
    return undefined;
  }
  const read = readAccepted(file.value);
  if (read.ok) return read.accepted;
  host.err(read.problems.map((problem) => `docket diff: ${safe(name)}: ${safe(problem)}\n`).join(""));
  return undefined;
}

function reportOn(
  { base, head }: ComparedDocuments,
  accepted: readonly Acceptance[],
  today: string,
  options: Options,
): DiffReport | undefined {
  if (base === undefined || head === undefined) return undefined;
  const all = compareDocuments(base.document, head.document, { today });
  const version = nextVersion(base.document.info.version, all);
  const weighed = weighFindings(all, accepted, today);
  return {
    base: base.label,
    head: head.label,
    ...weighed,
    findings: weighed.findings.filter(({ axis }) => options.axes.includes(axis)),
    step: stepFor(all),
    ...(version === undefined ? {} : { nextVersion: version }),
  };
}

function tellVersion({ nextVersion: version, step }: DiffReport, host: Host): number {
  if (version === undefined)
    host.err("docket diff: the base document's version is no semver, so this is only the step\n");
  host.out(`${version ?? step}\n`);
  return 0;
}

function printReport(report: DiffReport, format: Format, host: Host): string {
  switch (format) {
    case "terminal":
      return printTerminal(report, paintFor(host));
    case "markdown":
      return printMarkdown(report);
    case "json":
      return printJson(report);
    case "github":
      return printGithub(report);
  }
}

function fails({ findings }: DiffReport, failOn: Threshold): boolean {
  const failing: Readonly<Record<Threshold, readonly Severity[]>> = {
    breaking: ["breaking"],
    risky: ["breaking", "risky"],
    any: ["breaking", "risky", "safe"],
    none: [],
  };
  return findings.some(({ severity, accepted }) => accepted === undefined && failing[failOn].includes(severity));
}
