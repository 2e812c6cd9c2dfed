import type { WeighedFinding } from "../accepted.ts";
import type { Severity } from "../finding.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { type CauseReport, groupCauses } from "./group-causes.ts";

const heading = "# Changelog";

const titles: Readonly<Record<Severity, string>> = { breaking: "Breaking", risky: "To check", safe: "New and changed" };

/**
 * The changelog of the generated package with a section for this version on top: made anew when the version is there already,
 * left as it was when nothing changed. No dates, so that equal documents give equal bytes.
 */
export function printChangelog(old: string, version: string, findings: readonly WeighedFinding[]): string {
  if (findings.length === 0) return old;
  const sections = splitSections(old).filter((section) => !section.startsWith(`## ${version}\n`));
  return `${[heading, printSection(version, findings), ...sections].map((part) => part.trim()).join("\n\n")}\n`;
}

function splitSections(text: string): readonly string[] {
  const [, ...sections] = `\n${text.replaceAll("\r\n", "\n")}`.split(/\n(?=## )/);
  return sections;
}

function printSection(version: string, findings: readonly WeighedFinding[]): string {
  const causes = groupCauses(findings);
  const parts = (["breaking", "risky", "safe"] as const).flatMap((severity) => {
    const own = causes.filter((cause) => cause.severity === severity);
    return own.length === 0 ? [] : [`### ${titles[severity]}\n\n${own.map(entry).join("\n")}`];
  });
  return [`## ${version}`, ...parts].join("\n\n");
}

function entry({ finding, grades }: CauseReport): string {
  const axes = grades.filter(({ severity }) => severity !== "safe").map(({ axis }) => axis);
  return `- ${escapeMarkdown(finding.message)}${axes.length === 0 ? "" : ` (${axes.join(", ")})`}`;
}
