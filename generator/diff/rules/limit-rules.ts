import { byLaw, moved, type Rule } from "./rule.ts";
import type { LimitRuleId } from "./rule-id.ts";

function limit(keyword: string, noun: string, example: readonly [string, string]): Rule {
  return {
    title: `Another ${noun}`,
    what: `\`${keyword}\` was added, removed or changed.`,
    why: `A tighter limit in what callers send rejects requests that passed; a looser one in what they get delivers values that readers were promised not to see. A limit that was only read out of prose is a warning until a schema says it.`,
    fix: "Keep the old limit, or announce the new one and release a major version.",
    example: [`${keyword}: ${example[0]}`, `${keyword}: ${example[1]}`],
    verdicts: { wire: byLaw },
    say: moved(`the ${noun}`),
  };
}

/** See docs/rules/. */
export const limitRules: Readonly<Record<LimitRuleId, Rule>> = {
  "max-contains-changed": limit("maxContains", "largest number of matching items", ["5", "3"]),
  "max-items-changed": limit("maxItems", "largest number of items", ["10", "4"]),
  "max-length-changed": limit("maxLength", "largest length", ["200", "100"]),
  "max-properties-changed": limit("maxProperties", "largest number of properties", ["20", "10"]),
  "maximum-changed": limit("maximum", "largest value", ["50", "28"]),
  "min-contains-changed": limit("minContains", "smallest number of matching items", ["1", "2"]),
  "min-items-changed": limit("minItems", "smallest number of items", ["1", "2"]),
  "min-length-changed": limit("minLength", "smallest length", ["1", "3"]),
  "min-properties-changed": limit("minProperties", "smallest number of properties", ["1", "2"]),
  "minimum-changed": limit("minimum", "smallest value", ["0", "1"]),
  "multiple-of-changed": limit("multipleOf", "step", ["8", "16"]),
};
