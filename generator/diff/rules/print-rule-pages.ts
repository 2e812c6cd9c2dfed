import type { Effect } from "../change.ts";
import { axes } from "../finding.ts";
import type { Rule, Verdict } from "./rule.ts";

/** A page of docs/rules/. */
export interface RulePage {
  /** File name in docs/rules/. */
  readonly path: string;
  readonly text: string;
}

/** The pages of docs/rules/: one for each rule in the order of their ids, and a README that lists them. */
export function printRulePages(rules: Readonly<Record<string, Rule>>): readonly RulePage[] {
  const entries = Object.entries(rules).sort(([one], [other]) => (one < other ? -1 : 1));
  const pages = entries.map(([id, rule]) => ({ path: `${id}.md`, text: printPage(id, rule) }));
  return [{ path: "README.md", text: printIndex(entries) }, ...pages];
}

const origin = "<!-- Made from generator/diff/rules/ by `npm run docs:rules`. Change it there. -->";

function printIndex(entries: readonly (readonly [string, Rule])[]): string {
  const rows = entries.map(([id, rule]) => `| [\`${id}\`](${id}.md) | ${rule.title} | ${worst(rule)} |`);
  return [
    origin,
    "",
    "# Rules of `docket diff`",
    "",
    "What each rule sees, why it matters, and what to do. The last column says how bad a finding can be at worst, by axis.",
    "",
    "| rule | sees | at worst |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function worst(rule: Rule): string {
  return axes
    .flatMap((axis) => {
      const grades = Object.values(rule.verdicts[axis] ?? {}).flatMap(gradesOf);
      const grade = (["breaking", "risky", "safe"] as const).find((one) => grades.includes(one));
      return grade === undefined ? [] : [`${axis}: ${grade}`];
    })
    .join(", ");
}

function gradesOf(verdict: Verdict): readonly string[] {
  return typeof verdict === "string" ? [verdict] : [verdict.request, verdict.response];
}

function printPage(id: string, rule: Rule): string {
  const [before, after] = rule.example;
  return [
    origin,
    "",
    `# \`${id}\`: ${rule.title}`,
    "",
    rule.what,
    "",
    `**Why it matters.** ${rule.why}`,
    "",
    `**What to do.** ${rule.fix}`,
    "",
    "```yaml",
    "# before",
    before,
    "# after",
    after,
    "```",
    "",
    "| axis | change | in what callers send | in what they get |",
    "|---|---|---|---|",
    ...axes.flatMap((axis) => rowsOf(axis, rule.verdicts[axis] ?? {})),
    "",
  ].join("\n");
}

function rowsOf(axis: string, verdicts: { readonly [Kind in Effect]?: Verdict }): readonly string[] {
  return Object.entries(verdicts).map(([effect, verdict]) => {
    const [request, response] = typeof verdict === "string" ? [verdict, verdict] : [verdict.request, verdict.response];
    return `| ${axis} | ${effect} | ${gradeText(request)} | ${gradeText(response)} |`;
  });
}

function gradeText(grade: string): string {
  return grade === "none" ? "–" : grade === "breaking" ? "**breaking**" : grade;
}
