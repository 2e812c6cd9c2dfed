import type { Schema } from "../document.ts";
import { isObject } from "../json.ts";
import { type BareObject, bare, mapBare } from "./bare-object.ts";
import type { ChainEnd } from "./resolve-chains.ts";
import { commentSafe, commentSafeValue } from "./text/comment-safe.ts";

/** The key under which a schema for openapi-typescript holds values that are known, while others may pass. */
export const openValues = "x-docket-open-values";

const deepest = 64;
const kept = ["type", "deprecated", "readOnly", "writeOnly", "const", "required", "minItems", "maxItems"] as const;

/** A copy of a schema for openapi-typescript, see `prepareForPaths`. */
export function prepareSchema(schema: unknown, chainEnd: ChainEnd, depth = 0): BareObject {
  if (!isObject(schema) || depth > deepest) return bare({});
  const source: Schema = schema;
  if (source.$ref !== undefined) return bare({ ...prepareTexts(source), $ref: chainEnd(source.$ref) });
  const inner = (part: unknown): unknown =>
    typeof part === "boolean" ? part : prepareSchema(part, chainEnd, depth + 1);
  return bare({
    ...Object.fromEntries(kept.map((keyword) => [keyword, source[keyword]])),
    ...prepareTexts(source),
    ...prepareEnum(source),
    ...prepareParts(source, inner),
    discriminator: prepareDiscriminator(source, chainEnd),
  });
}

function prepareTexts({ title, description, format, default: value, example, examples }: Schema): BareObject {
  return {
    title: commentSafe(title),
    description: commentSafe(description),
    format: commentSafe(format),
    default: commentSafeValue(value),
    example: commentSafeValue(example),
    examples: Array.isArray(examples) ? examples.map(commentSafeValue) : undefined,
  };
}

/** Known values mined from prose move to a key that the `transform` hook reads; it is only asked where there is a type. */
function prepareEnum({ enum: values, type, "x-docket-origin": origins }: Schema): BareObject {
  if (values === undefined) return {};
  if (origins?.enum !== "prose") return { enum: values };
  return { [openValues]: values, type: type ?? [...new Set(values.map((value) => typeof value))] };
}

function prepareParts(schema: Schema, inner: (part: unknown) => unknown): BareObject {
  const { properties, patternProperties, additionalProperties, items, prefixItems, allOf } = schema;
  return {
    properties: properties && mapBare(properties, inner),
    patternProperties: patternProperties && mapBare(patternProperties, inner),
    additionalProperties: additionalProperties === undefined ? undefined : inner(additionalProperties),
    items: items === undefined ? undefined : inner(items),
    prefixItems: prefixItems?.map(inner),
    allOf: allOf?.map(inner),
    anyOf: openAlternatives(schema.anyOf)?.map(inner),
    oneOf: openAlternatives(schema.oneOf)?.map(inner),
  };
}

/** Beside an alternative that lists strings, plain `string` becomes `(string & {})`, so that editors offer the list. */
function openAlternatives(alternatives: readonly Schema[] | undefined): readonly Schema[] | undefined {
  if (alternatives?.some(({ enum: list }) => list?.some((value) => typeof value === "string")) !== true)
    return alternatives;
  return alternatives.map((alternative) =>
    alternative.type === "string" && alternative.enum === undefined
      ? { ...alternative, enum: [], "x-docket-origin": { enum: "prose" } }
      : alternative,
  );
}

function prepareDiscriminator({ discriminator }: Schema, chainEnd: ChainEnd): BareObject | undefined {
  if (discriminator === undefined || typeof discriminator.propertyName !== "string") return undefined;
  const mapping = Object.entries(discriminator.mapping ?? {}).flatMap(([value, ref]) => {
    const end = chainEnd(ref);
    return end === undefined ? [] : [[value, end] as const];
  });
  return bare({ propertyName: discriminator.propertyName, mapping: bare(Object.fromEntries(mapping)) });
}
