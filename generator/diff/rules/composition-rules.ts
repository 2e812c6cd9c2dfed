import { inner } from "./inner-rule.ts";
import { byLaw, byOpenTypes, byTypes, keepOrMajor, moved, type Rule } from "./rule.ts";
import type { CompositionRuleId } from "./rule-id.ts";
import { showName, showValue } from "./show-value.ts";

/** See docs/rules/. */
export const compositionRules: Readonly<Record<CompositionRuleId, Rule>> = {
  "all-of-part-added": {
    title: "A composition gained a part",
    what: "An `allOf` names one more schema, which brings properties unknown before. A part that only moves known properties is no change.",
    why: "Values must satisfy one schema more. Readers get more than before.",
    fix: "Check what the new part demands; make its properties optional and free.",
    example: ["allOf: [Pet]", "allOf: [Pet, Owned]"],
    verdicts: { wire: byLaw, source: { narrower: { request: "risky", response: "none" } } },
    say: ({ subject, after }) => `${subject} must now also be ${showName(after)}`,
  },
  "all-of-part-removed": {
    title: "A composition lost a part",
    what: "An `allOf` names one schema less, and with it went properties that nothing else describes.",
    why: "Readers miss what the part promised.",
    fix: "Keep the part, or release a major version.",
    example: ["allOf: [Pet, Owned]", "allOf: [Pet]"],
    verdicts: { wire: byLaw, source: { wider: "breaking" } },
    say: ({ subject, before }) => `${subject} need no longer be ${showName(before)}`,
  },
  "condition-changed": {
    title: "A condition changed",
    what: "`if`, `then` or `else` was added, removed, or (for `if`) changed.",
    why: "Values that passed may fall under the condition, or what it promised readers is gone.",
    fix: keepOrMajor,
    example: ["type: object", "if: { required: [card] }\nthen: { required: [expiry] }"],
    verdicts: { wire: byLaw },
    say: ({ subject, effect }) =>
      `${subject}: a condition was ${effect === "narrower" ? "added" : effect === "wider" ? "removed" : "changed"}`,
  },
  "discriminator-changed": {
    title: "Variants are told apart in another way",
    what: "The discriminator's property or its values changed.",
    why: "It changes no valid value, but generated types and readers that switch on the property follow it.",
    fix: "Check the code that switches on the property.",
    example: ["discriminator: { propertyName: kind }", "discriminator: { propertyName: type }"],
    verdicts: {
      wire: { added: "safe", removed: "risky", changed: "risky" },
      source: { added: "risky", removed: "risky", changed: "risky" },
    },
    say: moved("the discriminator"),
  },
  "not-changed": inner(
    "not",
    "What is ruled out",
    "what is ruled out",
    ["type: string", "not: { const: '' }"],
    undefined,
  ),
  "schema-renamed": {
    title: "A named schema has another name",
    what: "A component schema is used under another name where the old one was used. The wire does not know names.",
    why: "Generated code exports it by name.",
    fix: "Keep an alias under the old name.",
    example: ["components: { schemas: { Image: … } }", "components: { schemas: { Picture: … } }"],
    verdicts: { source: { changed: "breaking" } },
    say: ({ before, after }) => `the schema ${showName(before)} is now called ${showName(after)}`,
  },
  "variant-added": {
    title: "A new variant",
    what: "A `oneOf` or `anyOf` gained a member that no member held before. Members are matched by meaning, never by position.",
    why: "Readers meet a shape they do not know.",
    fix: "In answers: handle unknown variants first. In requests: nothing.",
    example: ["oneOf: [Image]", "oneOf: [Image, Video]"],
    verdicts: { wire: byLaw, source: byTypes },
    say: ({ subject, after }) => `${subject} may now also be ${showName(after)}`,
  },
  "variant-removed": {
    title: "A variant is gone",
    what: "A `oneOf` or `anyOf` lost a member that no other member holds.",
    why: "Senders of that shape are rejected.",
    fix: keepOrMajor,
    example: ["oneOf: [Image, Video]", "oneOf: [Image]"],
    verdicts: { wire: byLaw, source: byTypes },
    say: ({ subject, before }) => `${subject} may no longer be ${showName(before)}`,
  },
  "variants-changed": {
    title: "Variants on top of a schema",
    what: "A `oneOf` or `anyOf` was added to, or removed from, a schema that describes its values itself.",
    why: "Values must now also fit a variant, or need not any more.",
    fix: keepOrMajor,
    example: [
      "properties: { a: …, b: … }",
      "properties: { a: …, b: … }\nanyOf: [{ required: [a] }, { required: [b] }]",
    ],
    verdicts: { wire: byLaw, source: byOpenTypes },
    say: ({ subject, before, after }) =>
      `${subject}: variants went from ${showValue(before ?? 0)} to ${showValue(after ?? 0)}`,
  },
};
