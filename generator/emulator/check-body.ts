import type { Schema, TypeName } from "../document.ts";
import { checkLimits } from "./check-limits.ts";
import { type InputIssue, issue } from "./input-issue.ts";
import { isWireObject, type WireObject, type WireValue, wireMember } from "./wire-value.ts";

/** The component schemas that `$ref`s point at. */
export type Schemas = { readonly [name: string]: Schema };

/**
 * What is wrong with a request body, as fal's servers would say it (Pydantic's words); an empty list when nothing is.
 * Lists of values that were only mined from prose are open: another value passes, as it does in the generated types.
 */
export function checkBody(schema: Schema, value: WireValue, schemas: Schemas): readonly InputIssue[] {
  return check(schema, value, { schemas, loc: ["body"], fuel: 64 });
}

interface Context {
  readonly schemas: Schemas;
  readonly loc: readonly (string | number)[];
  /** Steps left through schemas that do not descend into the value, so that `$ref` cycles end. */
  readonly fuel: number;
}

function check(schema: Schema, value: WireValue, context: Context): readonly InputIssue[] {
  if (context.fuel === 0) return [];
  const aside = { ...context, fuel: context.fuel - 1 };
  const target = resolveSchema(schema, context.schemas);
  const wrongType = checkType(schema, value, context.loc);
  if (wrongType !== undefined) return [wrongType];
  return [
    ...(target === undefined ? [] : check(target, value, aside)),
    ...checkValues(schema, value, context.loc),
    ...checkLimits(schema, value, context.loc),
    ...(schema.allOf ?? []).flatMap((part) => check(part, value, aside)),
    ...checkAlternatives(schema.anyOf ?? schema.oneOf, value, aside),
    ...checkItems(schema, value, context),
    ...checkMembers(schema, value, context),
  ];
}

/** The component that a schema's `$ref` names, if it has one. */
export function resolveSchema(schema: Schema, schemas: Schemas): Schema | undefined {
  const name = schema.$ref?.replace("#/components/schemas/", "") ?? "";
  return Object.hasOwn(schemas, name) ? schemas[name] : undefined;
}

function checkType(schema: Schema, value: WireValue, loc: Context["loc"]): InputIssue | undefined {
  if (schema.type === undefined) return undefined;
  const types: readonly TypeName[] = typeof schema.type === "string" ? [schema.type] : schema.type;
  const [first = "null"] = types.filter((type) => type !== "null");
  if (types.some((type) => hasType(type, value))) return undefined;
  const [type, noun] = typeWords[first];
  return issue(type, loc, `Input should be a valid ${noun}`, value);
}

// https://docs.pydantic.dev/latest/errors/validation_errors/
const typeWords: Readonly<Record<TypeName, readonly [type: string, noun: string]>> = {
  null: ["none_required", "None"],
  boolean: ["bool_type", "boolean"],
  integer: ["int_type", "integer"],
  number: ["float_type", "number"],
  string: ["string_type", "string"],
  array: ["list_type", "list"],
  object: ["dict_type", "dictionary"],
};

function hasType(type: TypeName, value: WireValue): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "boolean":
    case "string":
      return typeof value === type;
    case "integer":
      return typeof value === "bigint" || Number.isInteger(value);
    case "number":
      return typeof value === "bigint" || typeof value === "number";
    case "array":
      return Array.isArray(value);
    case "object":
      return isWireObject(value);
  }
}

function checkValues(schema: Schema, value: WireValue, loc: Context["loc"]): readonly InputIssue[] {
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  if (listed === undefined || schema["x-docket-origin"]?.enum === "prose") return [];
  if (listed.some((known) => sameValue(known, value))) return [];
  const expected = listed.map((known) => (typeof known === "string" ? `'${known}'` : JSON.stringify(known)));
  const words = expected.length > 1 ? `${expected.slice(0, -1).join(", ")} or ${expected.at(-1)}` : expected.join("");
  return [issue("literal_error", loc, `Input should be ${words}`, value, { expected: words })];
}

function sameValue(known: unknown, value: WireValue): boolean {
  return known === value || (typeof value === "object" && JSON.stringify(known) === JSON.stringify(value));
}

// When no alternative fits, the one that came closest speaks: a wrong width says more than "not one of these".
function checkAlternatives(
  alternatives: readonly Schema[] | undefined,
  value: WireValue,
  context: Context,
): readonly InputIssue[] {
  if (alternatives === undefined || alternatives.length === 0) return [];
  const results = alternatives.map((alternative) => check(alternative, value, context));
  if (results.some((issues) => issues.length === 0)) return [];
  const deep = results.find((issues) => issues.some(({ loc }) => loc.length > context.loc.length));
  return deep ?? results.find((issues) => issues.some(({ type }) => !type.endsWith("_type"))) ?? results[0] ?? [];
}

function checkItems(schema: Schema, value: WireValue, context: Context): readonly InputIssue[] {
  if (!Array.isArray(value)) return [];
  const items: readonly WireValue[] = value;
  return items.flatMap((item, index) => {
    const part = schema.prefixItems?.[index] ?? schema.items;
    if (part === undefined || part === true) return [];
    const loc = [...context.loc, index];
    return part === false ? [extra(loc, item)] : check(part, item, { ...context, loc });
  });
}

function checkMembers(schema: Schema, value: WireValue, context: Context): readonly InputIssue[] {
  if (!isWireObject(value)) return [];
  const missing = (schema.required ?? [])
    .filter((name) => wireMember(value, name) === undefined)
    .map((name) => issue("missing", [...context.loc, name], "Field required", value));
  return [...missing, ...Object.keys(value).flatMap((name) => checkMember(schema, value, name, context))];
}

function checkMember(schema: Schema, object: WireObject, name: string, context: Context): readonly InputIssue[] {
  const value = wireMember(object, name) ?? null;
  const loc = [...context.loc, name];
  const properties = schema.properties ?? {};
  const part = Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties;
  if (part === undefined || part === true) return [];
  return part === false ? [extra(loc, value)] : check(part, value, { ...context, loc });
}

function extra(loc: Context["loc"], value: WireValue): InputIssue {
  return issue("extra_forbidden", loc, "Extra inputs are not permitted", value);
}
