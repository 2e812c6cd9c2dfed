import { isObject, type Json, type JsonObject, member } from "../json.ts";
import { markLike } from "../place.ts";

/** A field of a flat list, before it is known inside of which other field it belongs. */
export interface FlatField {
  readonly name: string;
  readonly schema: JsonObject;
  readonly required: boolean;
}

/**
 * The object schema of a flat list of fields. Rendered pages print children below their parent with nothing to tell them
 * from siblings; an example tells: what stands in the parent's value there, and not beside it, belongs inside.
 */
export function nestFields(fields: readonly FlatField[], example: Json | undefined): JsonObject {
  const rest = [...fields];
  return takeObject(rest, example, () => true);
}

/** Takes fields off the front of the list while they belong. Recursion follows the example, whose depth is bounded. */
function takeObject(rest: FlatField[], example: Json | undefined, belongs: (name: string) => boolean): JsonObject {
  const properties = new Map<string, JsonObject>();
  const required: string[] = [];
  for (let field = rest[0]; field !== undefined; field = rest[0]) {
    if (!belongs(field.name) || properties.has(field.name)) break;
    rest.shift();
    properties.set(field.name, takeChildren(field, rest, example));
    if (field.required) required.push(field.name);
  }
  return { type: "object", properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}

function takeChildren(field: FlatField, rest: FlatField[], example: Json | undefined): JsonObject {
  const value = member(firstOf(example), field.name);
  const inner = firstOf(value);
  const beside = firstOf(example);
  if (!isObject(inner) || Object.keys(inner).length === 0) return field.schema;
  const belongs = (name: string): boolean =>
    Object.hasOwn(inner, name) && !(isObject(beside) && Object.hasOwn(beside, name) && name !== field.name);
  if (rest[0] === undefined || !belongs(rest[0].name)) return field.schema;
  const object = takeObject(rest, inner, belongs);
  const { type: _type, ...keywords } = object;
  const schema = field.schema.type === "array" ? { items: object } : keywords;
  return markLike({ ...field.schema, ...schema }, field.schema);
}

/** Lists are told by their first element. */
function firstOf(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? value[0] : value;
}
