import { arrayMember, isObject, type Json, type JsonObject, member, objectMember } from "../../generator/json.ts";
import { hasType, typesOf } from "../../generator/normalize/fit-value.ts";
import { originOf } from "../../generator/normalize/origin.ts";

/** Whether a schema forbids nothing about a value; mined and partial keywords forbid nothing. For tests: no references, no `allOf`. */
export function accepts(schema: JsonObject, value: Json): boolean {
  const types = typesOf(schema);
  if (types !== undefined && !hasType(value, types)) return false;
  const values = binding(schema, "enum");
  if (Array.isArray(values) && !values.some((each) => JSON.stringify(each) === JSON.stringify(value))) return false;
  const alternatives = arrayMember(schema, "anyOf").filter(isObject);
  if (alternatives.length > 0 && !alternatives.some((each) => accepts(each, value))) return false;
  if (typeof value === "number") return acceptsNumber(schema, value);
  if (typeof value === "string") return inside(schema, value.length, "minLength", "maxLength");
  if (Array.isArray(value)) return acceptsList(schema, value);
  return isObject(value) ? acceptsObject(schema, value) : true;
}

function acceptsNumber(schema: JsonObject, value: number): boolean {
  const above = binding(schema, "exclusiveMinimum");
  const below = binding(schema, "exclusiveMaximum");
  if (typeof above === "number" && value <= above) return false;
  if (typeof below === "number" && value >= below) return false;
  return inside(schema, value, "minimum", "maximum");
}

function acceptsList(schema: JsonObject, value: readonly Json[]): boolean {
  const items = objectMember(schema, "items");
  const fits = items === undefined || value.every((item) => accepts(items, item));
  return fits && inside(schema, value.length, "minItems", "maxItems");
}

function acceptsObject(schema: JsonObject, value: JsonObject): boolean {
  const properties = objectMember(schema, "properties") ?? {};
  const has = (name: Json): boolean => typeof name === "string" && Object.hasOwn(value, name);
  return (
    arrayMember(schema, "required").every(has) &&
    Object.keys(value).every((name) => {
      const property = objectMember(properties, name);
      if (property !== undefined) return accepts(property, member(value, name) ?? null);
      return member(schema, "additionalProperties") !== false;
    })
  );
}

function inside(schema: JsonObject, value: number, least: string, most: string): boolean {
  const minimum = binding(schema, least);
  const maximum = binding(schema, most);
  return !(typeof minimum === "number" && value < minimum) && !(typeof maximum === "number" && value > maximum);
}

function binding(schema: JsonObject, keyword: string): Json | undefined {
  const origin = originOf(schema, keyword);
  return origin === "prose" || origin === "partial" ? undefined : member(schema, keyword);
}
