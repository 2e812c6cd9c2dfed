import { inner } from "./inner-rule.ts";
import { byLaw, byOpenTypes, byTypes, keepOrMajor, moved, type Rule } from "./rule.ts";
import type { SchemaRuleId } from "./rule-id.ts";

/** See docs/rules/. */
export const schemaRules: Readonly<Record<SchemaRuleId, Rule>> = {
  "additional-properties-changed": inner(
    "additionalProperties",
    "Other properties",
    "other properties",
    ["additionalProperties: true", "additionalProperties: false"],
    byOpenTypes,
  ),
  "contains-changed": inner(
    "contains",
    "What a list must contain",
    "what it must contain",
    ["type: array", "contains: { const: admin }"],
    undefined,
  ),
  "default-changed": {
    title: "Another default",
    what: "The default of an input field was added, removed or changed.",
    why: "Generated clients fill it in: after an upgrade, calls that leave the field out send something else.",
    fix: "Say it in the changelog. Callers who depend on the old value should send it themselves.",
    example: ["default: 28", "default: 40"],
    verdicts: { runtime: { added: "risky", removed: "risky", changed: "risky" } },
    say: moved("the default"),
  },
  "dependent-schemas-changed": inner(
    "dependentSchemas",
    "What a property asks of the rest",
    "what a property asks of the rest",
    ["type: object", "dependentSchemas: { card: { required: [expiry] } }"],
    undefined,
  ),
  "items-changed": inner("items", "Items of a list", "items", ["type: array", "items: { type: string }"], byTypes),
  "pattern-properties-changed": inner(
    "patternProperties",
    "Properties by pattern",
    "properties of a pattern",
    ["type: object", "patternProperties: { '^x-': { type: string } }"],
    byOpenTypes,
  ),
  "prefix-items-changed": {
    title: "A tuple of another length",
    what: "`prefixItems` describes more or fewer places. A place more is read as allowing more: documents that use tuples describe all of them.",
    why: "A longer tuple surprises readers, a shorter one rejects senders.",
    fix: keepOrMajor,
    example: ["prefixItems: [string, number]", "prefixItems: [string]"],
    verdicts: { wire: byLaw, source: { narrower: "breaking", wider: "breaking" } },
    say: moved("the number of places"),
  },
  "property-added": {
    title: "A new property",
    what: "A property that callers may send, or that answers may have.",
    why: "Old callers do not send it, and readers pass over what they do not know.",
    fix: "Nothing.",
    example: ["properties: { prompt: … }", "properties: { prompt: …, seed: … }"],
    verdicts: { wire: { added: "safe", wider: "safe" } },
    say: ({ subject }) => `${subject} is new`,
  },
  "property-names-changed": inner(
    "propertyNames",
    "Names of properties",
    "names of properties",
    ["type: object", "propertyNames: { maxLength: 20 }"],
    undefined,
  ),
  "property-removed": {
    title: "A property is gone",
    what: "A property is no longer described. In a request it breaks on the wire only where the schema takes no other properties.",
    why: "Code that reads it finds nothing; code that writes it no longer compiles, and the server may ignore or reject it.",
    fix: "Deprecate it first; keep answering it until a major version.",
    example: ["properties: { url: …, width: … }", "properties: { url: … }"],
    verdicts: {
      wire: {
        removed: { request: "risky", response: "breaking" },
        wider: { request: "risky", response: "breaking" },
        narrower: "breaking",
        incomparable: "breaking",
      },
      source: { removed: "breaking", wider: "breaking", narrower: "breaking", incomparable: "breaking" },
    },
    say: ({ subject }) => `${subject} is gone`,
  },
  "property-required-changed": {
    title: "A property became required, or optional",
    what: "A property entered or left `required`. A default does not help: the contract asks for it.",
    why: "Requests without it are rejected; answers without it break readers that counted on it.",
    fix: "Leave it optional with a default, or release a major version.",
    example: ["required: [prompt]", "required: [prompt, seed]"],
    verdicts: { wire: byLaw, source: { ...byTypes, narrower: { request: "breaking", response: "none" } } },
    say: ({ subject, effect }) => `${subject} ${effect === "narrower" ? "became required" : "became optional"}`,
  },
  "property-travel-changed": {
    title: "A property became read-only or write-only, or no longer is",
    what: "`readOnly` (answers only) or `writeOnly` (requests only) was set or taken away, so that a property travels one way more or less.",
    why: "A required property that is no longer read-only must be sent. One that became write-only should not come in answers any more; the specification says should.",
    fix: "Keep taking and sending the property for a while.",
    example: ["id: { type: string }", "id: { type: string, readOnly: true }"],
    verdicts: {
      wire: {
        added: "safe",
        removed: "risky",
        narrower: { request: "breaking", response: "safe" },
        wider: "risky",
        incomparable: { request: "breaking", response: "risky" },
      },
      source: {
        removed: "risky",
        narrower: { request: "breaking", response: "none" },
        wider: "risky",
        incomparable: { request: "breaking", response: "risky" },
      },
    },
    say: ({ subject, after, effect }) => {
      if (after === undefined) return `${subject} no longer travels this way`;
      return `${subject} travels this way now${effect === "narrower" ? ", and is required" : ""}`;
    },
  },
  "required-property-added": {
    title: "A new required property",
    what: "A property that callers must send and did not know before.",
    why: "Every old request lacks it.",
    fix: "Make it optional, with a default.",
    example: ["required: [prompt]", "properties: { prompt: …, seed: … }\nrequired: [prompt, seed]"],
    verdicts: {
      wire: {
        narrower: { request: "breaking", response: "safe" },
        incomparable: { request: "breaking", response: "safe" },
      },
      source: {
        narrower: { request: "breaking", response: "none" },
        incomparable: { request: "breaking", response: "none" },
      },
    },
    say: ({ subject }) => `${subject} is new and required`,
  },
  "schema-deprecated": {
    title: "A schema was deprecated, or no longer is",
    what: "`deprecated` of a property or schema changed.",
    why: "Nothing breaks yet; editors strike it out.",
    fix: "Plan to stop using it.",
    example: ["type: string", "type: string\ndeprecated: true"],
    verdicts: { source: { added: "safe", removed: "safe" } },
    say: ({ subject, effect }) => `${subject} ${effect === "added" ? "is deprecated" : "is no longer deprecated"}`,
  },
  "unevaluated-items-changed": inner(
    "unevaluatedItems",
    "Other items",
    "other items",
    ["prefixItems: […]", "unevaluatedItems: false"],
    undefined,
  ),
  "unevaluated-properties-changed": inner(
    "unevaluatedProperties",
    "Other properties of a composition",
    "other properties",
    ["allOf: […]", "unevaluatedProperties: false"],
    undefined,
  ),
};
