import { byLaw, byLawForSenders, byTypes, keepOrMajor, moved, type Rule } from "./rule.ts";
import { showValue } from "./show-value.ts";

/** Rules for what a single value may be: type, values, shape of strings. */
export type ValueRuleId =
  | "const-changed"
  | "content-encoding-changed"
  | "content-media-type-changed"
  | "content-schema-changed"
  | "dependent-required-changed"
  | "enum-added"
  | "enum-closed-changed"
  | "enum-removed"
  | "enum-values-added"
  | "enum-values-removed"
  | "extensible-enum-values-removed"
  | "format-changed"
  | "nullable-changed"
  | "pattern-changed"
  | "type-changed"
  | "unique-items-changed";

/** See docs/rules/. */
export const valueRules: Readonly<Record<ValueRuleId, Rule>> = {
  "const-changed": {
    title: "A fixed value changed",
    what: "`const` was added, removed or changed.",
    why: "Callers wrote the one value that was allowed, or compare answers with it.",
    fix: keepOrMajor,
    example: ["const: v1", "const: v2"],
    verdicts: { wire: byLaw, source: byTypes },
    say: moved("the fixed value"),
  },
  "content-encoding-changed": {
    title: "Strings are encoded in another way",
    what: "`contentEncoding` was added, removed or changed.",
    why: "It says how bytes become text. Whoever encodes or decodes the old way gets rubbish.",
    fix: "Add a second field with the new encoding and keep the old one.",
    example: ["contentEncoding: base64", "contentEncoding: base64url"],
    verdicts: { wire: { incomparable: "breaking" } },
    say: moved("the encoding"),
  },
  "content-media-type-changed": {
    title: "Strings hold another kind of content",
    what: "`contentMediaType` was added, removed or changed.",
    why: "It says what the text is: an old reader cannot read the new content, an old sender sends the wrong one.",
    fix: "Add a second field with the new content and keep the old one.",
    example: ["contentMediaType: image/png", "contentMediaType: image/webp"],
    verdicts: { wire: { incomparable: "breaking" } },
    say: moved("the content type"),
  },
  "content-schema-changed": {
    title: "What a string holds is described in another way",
    what: "`contentSchema` was added or removed.",
    why: "Content that passed may fail, or content that readers were promised may not come.",
    fix: keepOrMajor,
    example: ["type: string", "type: string\ncontentSchema: { type: object }"],
    verdicts: { wire: byLaw },
    say: ({ subject, effect }) =>
      `${subject}: a schema for its content was ${effect === "narrower" ? "added" : "removed"}`,
  },
  "dependent-required-changed": {
    title: "A property asks for others",
    what: "`dependentRequired` was added, removed or changed. A list that changed is not ordered: it moves the condition.",
    why: "Requests with the one property and without the others fail, or answers come without what readers relied on.",
    fix: keepOrMajor,
    example: ["dependentRequired: { card: [number] }", "dependentRequired: { card: [number, expiry] }"],
    verdicts: { wire: byLaw },
    say: moved("what properties ask for"),
  },
  "enum-added": {
    title: "Any value became a list of values",
    what: "An `enum` was added where none was.",
    why: "Values outside the list passed before. A list read out of prose stays open, and is a warning.",
    fix: keepOrMajor,
    example: ["type: string", "type: string\nenum: [png, jpeg]"],
    verdicts: { wire: byLaw, source: byTypes },
    say: ({ subject, after }) => `${subject} now only takes ${showValue(after)}`,
  },
  "enum-closed-changed": {
    title: "A list of known values was closed or opened",
    what: "The same values, but the list moved from prose (open: other values pass) into the schema (closed), or back.",
    why: "The generated type of a closed list takes nothing else; that of an open list takes any string.",
    fix: "Check that no caller uses a value outside the list.",
    example: ["description: 'one of: png, jpeg'", "enum: [png, jpeg]"],
    verdicts: {
      wire: byLaw,
      source: {
        narrower: { request: "breaking", response: "risky" },
        wider: { request: "none", response: "breaking" },
      },
    },
    say: ({ subject, after }) => `${subject}: the list of values is ${after === "open" ? "open" : "closed"} now`,
  },
  "enum-removed": {
    title: "A list of values became any value",
    what: "An `enum` was removed altogether.",
    why: "Readers may meet values they do not know.",
    fix: "Handle unknown values before you upgrade.",
    example: ["enum: [queued, done]", "type: string"],
    verdicts: { wire: byLaw, source: byTypes },
    say: ({ subject, before }) => `${subject} is no longer limited to ${showValue(before)}`,
  },
  "enum-values-added": {
    title: "New values in a list",
    what: "Values were added to an `enum`.",
    why: "Callers may send them at will, but readers that handle every value of the list meet one they do not know.",
    fix: "In answers: handle unknown values first. In requests: nothing.",
    example: ["enum: [queued, done]", "enum: [queued, running, done]"],
    verdicts: { wire: byLaw, source: byTypes },
    say: ({ subject, after }) => `${subject} gained ${showValue(after)}`,
  },
  "enum-values-removed": {
    title: "Values gone from a list",
    what: "Values were removed from an `enum`.",
    why: "A caller who sends one of them is rejected.",
    fix: "Keep taking the old values, or map them to new ones on the server.",
    example: ["enum: [png, jpeg, webp]", "enum: [png, jpeg]"],
    verdicts: { wire: byLaw, source: byTypes },
    say: ({ subject, before }) => `${subject} no longer takes ${showValue(before)}`,
  },
  "extensible-enum-values-removed": {
    title: "Values gone from an extensible list",
    what: "Values were removed from `x-extensible-enum`. Values that are added were announced by its name.",
    why: "A caller who sends one of them is rejected.",
    fix: "Keep taking the old values.",
    example: ["x-extensible-enum: [a, b]", "x-extensible-enum: [a]"],
    verdicts: { wire: byLaw },
    say: moved("the extensible list"),
  },
  "format-changed": {
    title: "Another format",
    what: "`format` was added, removed or changed. `int32` is part of `int64`, `float` of `double`; other formats are not ordered.",
    why: "Values of the old format may be rejected, or values come that readers cannot parse.",
    fix: keepOrMajor,
    example: ["format: uuid", "format: uri"],
    verdicts: { wire: byLaw },
    say: moved("the format"),
  },
  "nullable-changed": {
    title: "Null is allowed, or not any more",
    what: "Null was added or removed, in whichever of its three spellings.",
    why: "A reader that never met null fails on it; a sender of null is rejected.",
    fix: keepOrMajor,
    example: ["type: string", "type: [string, 'null']"],
    verdicts: { wire: byLaw, source: { ...byTypes, narrower: { request: "breaking", response: "none" } } },
    say: ({ subject, effect }) => `${subject} ${effect === "wider" ? "may be null now" : "may not be null any more"}`,
  },
  "pattern-changed": {
    title: "Another pattern",
    what: "`pattern` was added, removed or changed. Two patterns cannot be ordered.",
    why: "Requests that passed may not match. Readers hardly ever check patterns, so there it is a risk at most.",
    fix: keepOrMajor,
    example: ["pattern: '^[a-z]+$'", "pattern: '^[a-z]{3,}$'"],
    verdicts: { wire: byLawForSenders },
    say: moved("the pattern"),
  },
  "type-changed": {
    title: "Another type",
    what: "The allowed types changed. `integer` is part of `number`; in parameters and headers a free string holds every scalar.",
    why: "Senders of the old type are rejected; readers of the old type fail on the new one.",
    fix: "Add a field with the new type and keep the old one.",
    example: ["type: integer", "type: string"],
    verdicts: { wire: byLaw, source: byTypes },
    say: moved("the type"),
  },
  "unique-items-changed": {
    title: "Repeated items",
    what: "`uniqueItems` was added or removed.",
    why: "Lists with repeated items are rejected, or come where they never came.",
    fix: keepOrMajor,
    example: ["type: array", "type: array\nuniqueItems: true"],
    verdicts: { wire: byLaw },
    say: ({ subject, effect }) =>
      `${subject}: items ${effect === "narrower" ? "may not repeat any more" : "may repeat now"}`,
  },
};
