import { fromEntries, isObject, type Json, type JsonObject, member, objectMember } from "../json.ts";
import { markLike } from "../place.ts";
import type { FlatField } from "./flat-field.ts";
import { foldDottedFields } from "./fold-dotted-fields.ts";
import { foldMarkedFields } from "./fold-marked-fields.ts";
import { maxFieldDepth } from "./limits.ts";

/**
 * The object schema of a flat list of fields. Rendered pages print children below their parent with nothing to tell them
 * from siblings. Some print how many there are, or a mark before the name; else an example tells: what stands in the parent's value there, and not
 * beside it, belongs inside. A name that comes twice keeps its first meaning.
 */
export function nestFields(fields: readonly FlatField[], example: Json | undefined): JsonObject {
  const marked = foldMarkedFields(fields, example, (field, inner, own) => withChildren(field, nestFields(inner, own)));
  const rest = { fields: foldDottedFields(marked, example), next: 0 };
  return takeObject(rest, example, () => true, 0);
}

/** The fields that no object has taken yet. */
interface Rest {
  readonly fields: readonly FlatField[];
  next: number;
}

function peek({ fields, next }: Rest): FlatField | undefined {
  return fields[next];
}

/** Takes fields off the front of the list while they belong. Recursion follows the example or the counts. */
function takeObject(
  rest: Rest,
  example: Json | undefined,
  belongs: (name: string, taken: number) => boolean,
  depth: number,
): JsonObject {
  const properties = new Map<string, JsonObject>();
  const required: string[] = [];
  for (let field = peek(rest); field !== undefined; field = peek(rest)) {
    if (!belongs(field.name, properties.size)) break;
    if (properties.has(field.name) && depth > 0) break;
    rest.next += 1;
    const schema = takeChildren(field, rest, { example, taken: properties }, depth + 1);
    if (properties.has(field.name)) continue;
    properties.set(field.name, schema);
    if (field.required) required.push(field.name);
  }
  return { type: "object", properties: fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}

/** The object that a field stands in: its example, and what it has so far. */
interface Parent {
  readonly example: Json | undefined;
  readonly taken: ReadonlyMap<string, unknown>;
}

function takeChildren(field: FlatField, rest: Rest, parent: Parent, depth: number): JsonObject {
  if (depth > maxFieldDepth || field.isWhole) return field.schema;
  const beside = firstOf(parent.example);
  const inner = firstOf(member(beside, field.name));
  const { count = 0 } = field;
  // What the parent has already is no sibling that comes here.
  const isBeside = (name: string): boolean =>
    isObject(beside) && Object.hasOwn(beside, name) && !parent.taken.has(name) && name !== field.name;
  // A folded object says how many fields it has and shows none: those that stand beside it in the example are not its own.
  const isElsewhere = (name: string): boolean => isObject(inner) && !Object.hasOwn(inner, name) && isBeside(name);
  if (count > 0)
    return withChildren(
      field,
      takeObject(rest, inner, (name, taken) => taken < count && !isElsewhere(name), depth),
    );
  if (!isObject(inner)) return field.schema;
  const [firstKey] = Object.keys(inner);
  // Children come before siblings: of a name that is both and comes again, the first is the child.
  const isChild = (name: string, taken: number): boolean => (taken > 0 || name === firstKey) && comesAgain(rest, name);
  const belongs = (name: string, taken: number): boolean =>
    Object.hasOwn(inner, name) && (!isBeside(name) || isChild(name, taken));
  const next = peek(rest);
  if (next === undefined || !belongs(next.name, 0)) return field.schema;
  return withChildren(field, takeObject(rest, inner, belongs, depth));
}

function comesAgain({ fields, next }: Rest, name: string): boolean {
  return fields.slice(next + 1, next + 1 + nearbyFields).some((field) => field.name === name);
}

/** Further away, the same name is another object's. */
const nearbyFields = 50;

function withChildren({ schema }: FlatField, object: JsonObject): JsonObject {
  if (schema.type === "array") return markLike(withItems(schema, object), schema);
  // A page that calls it a string and shows fields inside means an object.
  const type = Array.isArray(schema.type) && schema.type.includes("object") ? schema.type : "object";
  return markLike({ ...schema, ...object, type }, schema);
}

/** What a list of lists holds are the items of the inner one. Recursion follows the type as written, which has two levels. */
function withItems(schema: JsonObject, object: JsonObject): JsonObject {
  const items = objectMember(schema, "items");
  return { ...schema, items: items?.type === "array" ? withItems(items, object) : object };
}

/** Lists, and lists of lists, are told by their first element. */
function firstOf(value: Json | undefined): Json | undefined {
  let first = value;
  while (Array.isArray(first)) first = first[0];
  return first;
}
