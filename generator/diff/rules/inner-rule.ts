import { byLaw, keepOrMajor, type Rule } from "./rule.ts";
import { showName } from "./show-value.ts";

/** A rule for a keyword that holds a schema. */
export function inner(
  keyword: string,
  title: string,
  noun: string,
  example: readonly [string, string],
  source: Rule["verdicts"]["source"],
): Rule {
  return {
    title,
    what: `\`${keyword}\` was added or removed, or allows nothing (or something) now. Changes inside it have their own rules.`,
    why: "What is described where nothing was limits callers; what is no longer described may surprise readers.",
    fix: keepOrMajor,
    example,
    verdicts: { wire: byLaw, ...(source === undefined ? {} : { source }) },
    say: ({ subject, before, after }) => `${subject}: ${noun} went from ${showName(before)} to ${showName(after)}`,
  };
}
