import type { Report } from "../diagnostic.ts";
import { arrayMember, fromEntries, isObject, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";
import { markLike } from "../place.ts";
import { RepeatBudget } from "../repeat-budget.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";
import { findReference } from "./reference.ts";

/** Mixed-in models may mix in others; more levels than this do not occur and may be a ring. */
const maxLevels = 32;

/**
 * Puts the properties of models that an Apifox schema mixes in (`x-apifox-refs`: ULID → `$ref` and overrides) among its own.
 * Some exports have done so already, others have not; a property that is there stays. An override of null removes the property.
 * ULIDs also stand in `required`, where they mean the required properties of the model.
 */
export function expandMixIns(document: JsonObject, report: Report): JsonObject {
  const expansion: Expansion = { document, budget: new RepeatBudget(report), models: new Map() };
  return mapDocument(document, { schema: (schema) => expandSchema(expansion, schema, 0) });
}

interface Expansion {
  readonly document: JsonObject;
  readonly budget: RepeatBudget;
  /** Models that were mixed in before, expanded: two mix-ins of one model in each of many would double the work each time. */
  readonly models: Map<JsonObject, JsonObject>;
}

function expandSchema(expansion: Expansion, schema: JsonObject, level: number): JsonObject {
  const references = objectMember(schema, "x-apifox-refs");
  if (references === undefined || level > maxLevels) return schema;
  const mixIns = Object.values(references).flatMap((entry) => readMixIn(expansion, entry, level));
  const own = objectMember(schema, "properties") ?? {};
  // Own properties come last, so that they win over those mixed in.
  const properties = markLike(
    fromEntries([...mixIns.flatMap((mixIn) => mixIn.properties), ...Object.entries(own)]),
    own,
  );
  const dropped = new Set(mixIns.flatMap((mixIn) => mixIn.dropped));
  const expanded = withMember(
    withoutMembers(schema, ["x-apifox-refs"]),
    "properties",
    withoutMembers(properties, [...dropped]),
  );
  const required = requiredNames(schema, references, mixIns).filter((name) => Object.hasOwn(properties, name));
  const typed = Object.hasOwn(expanded, "type") ? expanded : withMember(expanded, "type", "object");
  return required.length === 0 ? withoutMembers(typed, ["required"]) : withMember(typed, "required", required);
}

interface MixIn {
  readonly properties: readonly [string, Json | undefined][];
  readonly dropped: readonly string[];
  readonly required: readonly string[];
}

function readMixIn(expansion: Expansion, entry: Json | undefined, level: number): readonly MixIn[] {
  const reference = stringMember(entry, "$ref");
  const target = reference === undefined ? undefined : findReference(expansion.document, reference)?.value;
  if (!isObject(target)) return [];
  const model = expansion.models.get(target) ?? expandSchema(expansion, target, level + 1);
  if (level < maxLevels) expansion.models.set(target, model);
  if (!expansion.budget.grants(model, target)) return [];
  const overrides = Object.entries(objectMember(entry, "x-apifox-overrides") ?? {});
  const replaced = overrides.filter(([, value]) => isObject(value));
  const names = new Set(overrides.map(([name]) => name));
  // What the entry overrides it also makes required or not; the rest is as required as in the model.
  const kept = arrayMember(model, "required").filter((name) => typeof name === "string" && !names.has(name));
  return [
    {
      properties: [...Object.entries(objectMember(model, "properties") ?? {}), ...replaced],
      dropped: overrides.filter(([, value]) => value === null).map(([name]) => name),
      required: [...kept, ...arrayMember(entry, "required")].filter((name) => typeof name === "string"),
    },
  ];
}

function requiredNames(schema: JsonObject, references: JsonObject, mixIns: readonly MixIn[]): readonly string[] {
  const stated = arrayMember(schema, "required").filter((name) => typeof name === "string");
  const own = stated.filter((name) => !Object.hasOwn(references, name));
  const properties = objectMember(schema, "properties") ?? {};
  const isExpanded = mixIns.every((mixIn) => mixIn.properties.every(([name]) => Object.hasOwn(properties, name)));
  // An export that expanded the properties lists in full which of them are required.
  return isExpanded && own.length > 0 ? own : [...new Set([...own, ...mixIns.flatMap((mixIn) => mixIn.required)])];
}
