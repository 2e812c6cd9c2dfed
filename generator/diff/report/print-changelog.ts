import type { WeighedFinding } from "../accepted.ts";
import type { Severity } from "../finding.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { type CauseReport, groupCauses } from "./group-causes.ts";

const heading = "# Changelog";

const titles: Readonly<Record<Severity, string>> = { breaking: "Breaking", risky: "To check", safe: "New and changed" };

/**
 * The changelog of the generated package with a section for this version on top. What the section says already stays: pages
 * change more than once between two versions. Left as it was when nothing changed. No dates, so that equal documents give
 * equal bytes.
 */
export function printChangelog(old: string, version: string, findings: readonly WeighedFinding[]): string {
  if (findings.length === 0) return old;
  const title = `## ${version}\n`;
  const sections = splitSections(old);
  const earlier = sections.find((section) => section.startsWith(title)) ?? "";
  const others = sections.filter((section) => section !== earlier);
  return `${[heading, printSection(version, findings, earlier), ...others].map((part) => part.trim()).join("\n\n")}\n`;
}

function splitSections(text: string): readonly string[] {
  const [, ...sections] = `\n${text.replaceAll("\r\n", "\n")}`.split(/\n(?=## )/);
  return sections;
}

function printSection(version: string, findings: readonly WeighedFinding[], earlier: string): string {
  const causes = groupCauses(findings);
  const parts = (["breaking", "risky", "safe"] as const).flatMap((severity) => {
    const own = causes.filter((cause) => cause.severity === severity).map(entry);
    const entries = new Set([...entriesUnder(titles[severity], earlier), ...own]);
    return entries.size === 0 ? [] : [`### ${titles[severity]}\n\n${[...entries].join("\n")}`];
  });
  return [`## ${version}`, ...parts].join("\n\n");
}

/** The entries of a section under one of its titles. */
function entriesUnder(title: string, section: string): readonly string[] {
  const part = section.split(/\n(?=### )/).find((one) => one.startsWith(`### ${title}\n`)) ?? "";
  return part.split("\n").filter((line) => line.startsWith("- "));
}

function entry({ finding, grades }: CauseReport): string {
  const axes = grades.filter(({ severity }) => severity !== "safe").map(({ axis }) => axis);
  return `- ${escapeMarkdown(finding.message)}${axes.length === 0 ? "" : ` (${axes.join(", ")})`}`;
}
