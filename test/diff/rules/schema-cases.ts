import type { Schema } from "../../../generator/document.ts";
import type { SchemaCase } from "./rule-case.ts";

const string: Schema = { type: "string" };
const object = (properties: { readonly [name: string]: Schema }, more: Schema = {}): Schema => ({
  type: "object",
  properties,
  ...more,
});
/** A condition; a `then` written out would look like a promise to the linter. */
const when = (test: Schema, branch: "then" | "else", schema: Schema): Schema => ({
  if: test,
  ...Object.fromEntries([[branch, schema]]),
});
const narrows = { request: "breaking", response: "safe" } as const;
const widens = { request: "safe", response: "breaking" } as const;
const breaks = { request: "breaking", response: "breaking" } as const;

/** A limit that got tighter, one that got looser, one that appeared, one that went. */
function limit(
  rule: SchemaCase["rule"],
  keyword: string,
  type: string,
  tighter: readonly [number, number],
  around: Schema = {},
): readonly SchemaCase[] {
  const at = (value: number | undefined): Schema =>
    ({ type: [type], ...around, ...(value === undefined ? {} : { [keyword]: value }) }) as Schema;
  const [loose, tight] = tighter;
  return [
    { rule, base: at(loose), head: at(tight), ...narrows, silent: at(loose) },
    { rule, base: at(tight), head: at(loose), ...widens, silent: at(tight) },
  ];
}

/** A keyword that was added and removed. */
function keyword(rule: SchemaCase["rule"], without: Schema, withIt: Schema): readonly SchemaCase[] {
  return [
    { rule, base: without, head: withIt, ...narrows, silent: without },
    { rule, base: withIt, head: without, ...widens, silent: withIt },
  ];
}

/** Every schema rule at work, mirrored where there is a mirror. */
export const schemaCases: readonly SchemaCase[] = [
  ...limit("maximum-changed", "maximum", "number", [100, 50]),
  ...keyword("maximum-changed", { type: "number" }, { type: "number", maximum: 5 }),
  ...limit("maximum-changed", "exclusiveMaximum", "number", [100, 50]),
  {
    rule: "maximum-changed",
    base: { type: "number", maximum: 5 },
    head: { type: "number", exclusiveMaximum: 5 },
    ...narrows,
    silent: { type: "number", maximum: 5 },
  },
  ...limit("minimum-changed", "minimum", "number", [0, 1]),
  ...keyword("minimum-changed", { type: "number" }, { type: "number", exclusiveMinimum: 0 }),
  ...limit("max-length-changed", "maxLength", "string", [100, 50]),
  ...keyword("max-length-changed", string, { type: "string", maxLength: 5 }),
  ...limit("min-length-changed", "minLength", "string", [1, 2]),
  {
    rule: "min-length-changed",
    base: string,
    head: { type: "string", minLength: 1 },
    ...narrows,
    silent: { type: "string", minLength: 0 },
  },
  ...limit("max-items-changed", "maxItems", "array", [10, 4]),
  ...limit("min-items-changed", "minItems", "array", [1, 2]),
  ...limit("max-properties-changed", "maxProperties", "object", [10, 4]),
  ...limit("min-properties-changed", "minProperties", "object", [1, 2]),
  ...limit("max-contains-changed", "maxContains", "array", [5, 3], { contains: string }),
  ...limit("min-contains-changed", "minContains", "array", [1, 2], { contains: string }),
  {
    rule: "min-contains-changed",
    base: { contains: string },
    head: { contains: string, minContains: 2 },
    ...narrows,
    silent: { contains: string, minContains: 1 },
  },
  ...keyword("multiple-of-changed", { type: "number" }, { type: "number", multipleOf: 8 }),
  {
    rule: "multiple-of-changed",
    base: { multipleOf: 8 },
    head: { multipleOf: 16 },
    ...narrows,
    silent: { multipleOf: 8 },
  },
  {
    rule: "multiple-of-changed",
    base: { multipleOf: 0.3 },
    head: { multipleOf: 0.1 },
    ...widens,
    silent: { multipleOf: 0.3 },
  },
  {
    rule: "multiple-of-changed",
    base: { multipleOf: 2 },
    head: { multipleOf: 3 },
    ...breaks,
    silent: { multipleOf: 2 },
  },
  {
    rule: "pattern-changed",
    base: string,
    head: { type: "string", pattern: "^a" },
    ...narrows,
    silent: { type: "string", pattern: ".*" },
  },
  {
    rule: "pattern-changed",
    base: { type: "string", pattern: "^a" },
    head: string,
    request: "safe",
    response: "risky",
    silent: { type: "string", pattern: "^a" },
  },
  {
    rule: "pattern-changed",
    base: { pattern: "^a" },
    head: { pattern: "^b" },
    request: "breaking",
    response: "risky",
    silent: { pattern: "^a" },
  },
  ...keyword("format-changed", string, { type: "string", format: "uuid" }),
  {
    rule: "format-changed",
    base: { type: "integer", format: "int32" },
    head: { type: "integer", format: "int64" },
    ...widens,
    silent: { type: "integer", format: "int32" },
  },
  {
    rule: "format-changed",
    base: { type: "string", format: "uuid" },
    head: { type: "string", format: "uri" },
    ...breaks,
    silent: { type: "string", format: "uuid" },
  },
  {
    rule: "content-encoding-changed",
    base: { contentEncoding: "base64" },
    head: { contentEncoding: "base64url" },
    ...breaks,
    silent: { contentEncoding: "base64" },
  },
  {
    rule: "content-media-type-changed",
    base: string,
    head: { type: "string", contentMediaType: "image/png" },
    ...breaks,
    silent: string,
  },
  ...keyword("content-schema-changed", string, { type: "string", contentSchema: { type: "object" } }),
  ...keyword("unique-items-changed", { type: "array" }, { type: "array", uniqueItems: true }),
  {
    rule: "unique-items-changed",
    base: { type: "array" },
    head: { type: "array", uniqueItems: true },
    ...narrows,
    silent: { type: "array", uniqueItems: false },
  },
  {
    rule: "type-changed",
    base: { type: "integer" },
    head: { type: "number" },
    ...widens,
    silent: { type: ["integer"] },
  },
  { rule: "type-changed", base: { type: "number" }, head: { type: "integer" }, ...narrows, silent: { type: "number" } },
  {
    rule: "type-changed",
    base: string,
    head: { type: "integer" },
    ...breaks,
    silent: { type: "string", description: "words" },
  },
  {
    rule: "type-changed",
    base: { type: ["string", "integer"] },
    head: string,
    ...narrows,
    silent: { type: ["integer", "string"] },
  },
  ...keyword("type-changed", {}, string),
  { rule: "nullable-changed", base: string, head: { type: ["string", "null"] }, ...widens, silent: string },
  {
    rule: "nullable-changed",
    base: string,
    head: { oneOf: [{ type: "null" }, string] },
    ...widens,
    silent: { oneOf: [string] },
  },
  {
    rule: "nullable-changed",
    base: { anyOf: [string, { type: "null" }] },
    head: string,
    ...narrows,
    silent: { type: ["null", "string"] },
  },
  ...keyword("enum-added", string, { type: "string", enum: ["a", "b"] }).slice(0, 1),
  {
    rule: "enum-removed",
    base: { enum: ["a"], type: "string" },
    head: string,
    ...widens,
    silent: { type: "string", enum: ["a"] },
  },
  { rule: "enum-values-added", base: { enum: ["a"] }, head: { enum: ["a", "b"] }, ...widens, silent: { enum: ["a"] } },
  {
    rule: "enum-values-removed",
    base: { enum: ["a", "b"] },
    head: { enum: ["b"] },
    ...narrows,
    silent: { enum: ["b", "a"] },
  },
  {
    rule: "enum-closed-changed",
    base: { type: "string", enum: ["a"], "x-docket-origin": { enum: "prose" } },
    head: { type: "string", enum: ["a"] },
    request: "risky",
    response: "safe",
    silent: { type: "string", enum: ["a"], "x-docket-origin": { enum: "prose" } },
  },
  {
    rule: "extensible-enum-values-removed",
    base: { "x-extensible-enum": ["a", "b"] },
    head: { "x-extensible-enum": ["a"] },
    ...narrows,
    silent: { "x-extensible-enum": ["a", "b", "c"] },
  },
  { rule: "const-changed", base: { const: 1 }, head: { const: 2 }, ...breaks, silent: { enum: [1] } },
  ...keyword("const-changed", { type: "integer" }, { type: "integer", const: 1 }),
  ...keyword("dependent-required-changed", object({}), object({}, { dependentRequired: { a: ["b"] } })),
  {
    rule: "dependent-required-changed",
    base: { dependentRequired: { a: ["b"] } },
    head: { dependentRequired: { a: ["c"] } },
    ...breaks,
    silent: { dependentRequired: { a: ["b"] } },
  },
  {
    rule: "property-added",
    base: object({ a: string }),
    head: object({ a: string, b: string }),
    request: "safe",
    response: "safe",
    silent: object({ a: string }),
  },
  {
    rule: "required-property-added",
    base: object({}),
    head: object({ a: string }, { required: ["a"] }),
    ...narrows,
    silent: object({ a: string }),
  },
  {
    rule: "required-property-added",
    base: object({}),
    head: object({ a: { default: 1 } }, { required: ["a"] }),
    ...narrows,
    silent: object({ a: { default: 1 } }),
  },
  {
    rule: "property-removed",
    base: object({ a: string }),
    head: object({}),
    request: "risky",
    response: "breaking",
    silent: object({ a: string, b: string }),
  },
  {
    rule: "property-removed",
    base: object({ a: string }),
    head: object({}, { additionalProperties: false }),
    ...breaks,
    silent: object({ a: string }),
  },
  {
    rule: "property-removed",
    base: object({ a: string }, { required: ["a"] }),
    head: object({}),
    request: "risky",
    response: "breaking",
    silent: object({ a: string }),
  },
  ...keyword("property-required-changed", object({ a: string }), object({ a: string }, { required: ["a"] })),
  {
    rule: "property-required-changed",
    base: object({}),
    head: object({}, { required: ["ghost"] }),
    request: "risky",
    response: "safe",
    silent: object({}),
  },
  {
    rule: "property-travel-changed",
    base: object({ a: string }),
    head: object({ a: { type: "string", readOnly: true } }),
    request: "risky",
    silent: object({ a: string }),
  },
  {
    rule: "property-travel-changed",
    base: object({ a: string }),
    head: object({ a: { type: "string", writeOnly: true } }),
    response: "risky",
    silent: object({ a: string }),
  },
  {
    rule: "property-travel-changed",
    base: object({ a: { type: "string", readOnly: true } }, { required: ["a"] }),
    head: object({ a: string }, { required: ["a"] }),
    request: "breaking",
    silent: object({ a: { type: "integer", readOnly: true } }, { required: ["a"] }),
  },
  { rule: "default-changed", base: { default: 1 }, head: { default: 2 }, silent: { default: 1 } },
  {
    rule: "schema-deprecated",
    base: string,
    head: { type: "string", deprecated: true },
    silent: { type: "string", deprecated: false },
  },
  ...keyword("items-changed", { type: "array" }, { type: "array", items: string }),
  ...keyword("additional-properties-changed", object({}), object({}, { additionalProperties: false })),
  {
    rule: "additional-properties-changed",
    base: object({}, { additionalProperties: false }),
    head: object({}, { additionalProperties: string }),
    ...widens,
    silent: object({}, { additionalProperties: false }),
  },
  ...keyword("unevaluated-properties-changed", object({}), object({}, { unevaluatedProperties: false })),
  ...keyword("unevaluated-items-changed", { type: "array" }, { type: "array", unevaluatedItems: false }),
  ...keyword("contains-changed", { type: "array" }, { type: "array", contains: string }),
  ...keyword("property-names-changed", object({}), object({}, { propertyNames: { maxLength: 3 } })),
  ...keyword("pattern-properties-changed", object({}), object({}, { patternProperties: { "^x": string } })),
  ...keyword("dependent-schemas-changed", object({}), object({}, { dependentSchemas: { a: { required: ["b"] } } })),
  {
    rule: "prefix-items-changed",
    base: { prefixItems: [string] },
    head: { prefixItems: [string, string] },
    ...widens,
    silent: { prefixItems: [string] },
  },
  {
    rule: "prefix-items-changed",
    base: { prefixItems: [string, string] },
    head: { prefixItems: [string] },
    ...narrows,
    silent: { prefixItems: [string, string] },
  },
  ...keyword("not-changed", string, { type: "string", not: { const: "" } }),
  ...keyword("condition-changed", object({}), object({}, when({ required: ["a"] }, "then", { required: ["b"] }))),
  ...keyword("condition-changed", { if: { required: ["a"] } }, when({ required: ["a"] }, "else", { required: ["b"] })),
  {
    rule: "condition-changed",
    base: when({ const: 1 }, "then", string),
    head: when({ const: 2 }, "then", string),
    ...breaks,
    silent: when({ const: 1 }, "then", string),
  },
  {
    rule: "variant-added",
    base: { oneOf: [string, { type: "integer" }] },
    head: { oneOf: [string, { type: "integer" }, { type: "boolean" }] },
    ...widens,
    silent: { oneOf: [{ type: "integer" }, string] },
  },
  {
    rule: "variant-added",
    base: { $ref: "#/components/schemas/Cat" },
    head: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
    ...widens,
    silent: { oneOf: [{ $ref: "#/components/schemas/Cat" }] },
  },
  {
    rule: "variant-removed",
    base: { anyOf: [string, { type: "integer" }] },
    head: string,
    ...narrows,
    silent: { anyOf: [{ type: "integer" }, string] },
  },
  {
    rule: "variant-removed",
    base: { anyOf: [string, { type: "integer" }, { type: "boolean" }] },
    head: { anyOf: [string, { type: "boolean" }] },
    ...narrows,
    silent: { anyOf: [string, { type: "number" }, { type: "boolean" }] },
  },
  ...keyword(
    "variants-changed",
    object({ a: string, b: string }),
    object({ a: string, b: string }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
  ),
  {
    rule: "all-of-part-added",
    base: { allOf: [{ $ref: "#/components/schemas/Cat" }] },
    head: { allOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
    ...narrows,
    silent: { allOf: [{ $ref: "#/components/schemas/Cat" }, object({ hunts: { type: "boolean" } })] },
  },
  {
    rule: "all-of-part-removed",
    base: { allOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
    head: { allOf: [{ $ref: "#/components/schemas/Cat" }] },
    ...widens,
    silent: { allOf: [{ $ref: "#/components/schemas/Dog" }, { $ref: "#/components/schemas/Cat" }] },
  },
  {
    rule: "discriminator-changed",
    base: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind" },
    },
    head: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "type" },
    },
    request: "risky",
    response: "risky",
    silent: {
      oneOf: [{ $ref: "#/components/schemas/Dog" }, { $ref: "#/components/schemas/Cat" }],
      discriminator: { propertyName: "kind" },
    },
  },
];

/** Components that the cases refer to. */
export const components: { readonly [name: string]: Schema } = {
  Cat: object({ hunts: { type: "boolean" } }),
  Dog: object({ barks: { type: "boolean" } }),
};
