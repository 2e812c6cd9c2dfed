import { fromEntries, isObject, type Json, type JsonObject, stringMember } from "../json.ts";
import { under } from "../json-pointer.ts";
import { markLike } from "../place.ts";
import { isOfPastedSchema, localizeDefinitions } from "./localize-definitions.ts";

/** What a reference may name besides a JSON pointer: the anchors, and the ids and own names of the document, each with its pointer. */
type Names = ReadonlyMap<string, string>;

/**
 * A document whose references to itself are all JSON pointers: `#anchor`, the `$id` of one of its schemas, its own `$self` and
 * its own file name become `#/…`, `$dynamicRef` the reference that it is where nobody overrides it. Nothing is looked up elsewhere.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export function localizeReferences(document: JsonObject, file: string): JsonObject {
  const { hasNames, hasPasted } = survey(document);
  const own = hasPasted ? localizeDefinitions(document) : document;
  if (!hasNames) return own;
  const names = collectNames(own, file);
  const localized = localizeIn(own, names);
  return isObject(localized) ? localized : own;
}

/** Whether any reference is something else than a pointer, or one of a pasted schema; most documents have none, and are spared the work. */
function survey(root: JsonObject): { readonly hasNames: boolean; readonly hasPasted: boolean } {
  let hasNames = false;
  let hasPasted = false;
  const pending: Json[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) for (const item of value) pending.push(item);
    if (!isObject(value)) continue;
    for (const [key, child] of Object.entries(value)) {
      if (key === "$dynamicRef") hasNames = true;
      if (key === "$ref" && typeof child === "string") {
        if (!child.startsWith("#/")) hasNames = true;
        else hasPasted ||= isOfPastedSchema(child, root);
      }
      if (typeof child === "object" && child !== null && !isData(key)) pending.push(child);
    }
  }
  return { hasNames, hasPasted };
}

function collectNames(root: JsonObject, file: string): Names {
  const own = file.slice(file.lastIndexOf("/") + 1);
  const names = new Map([own, `./${own}`, stringMember(root, "$self") ?? own].map((name) => [name, ""]));
  const pending: { readonly value: Json; readonly pointer: string }[] = [{ value: root, pointer: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer } = next;
    if (isObject(value)) for (const name of namesOf(value)) if (!names.has(name)) names.set(name, pointer);
    for (const [key, child] of Object.entries(value ?? {})) {
      if (typeof child !== "object" || child === null || isData(key)) continue;
      pending.push({ value: child, pointer: under(pointer, key) });
    }
  }
  return names;
}

function namesOf(schema: JsonObject): readonly string[] {
  const anchors = [stringMember(schema, "$anchor"), stringMember(schema, "$dynamicAnchor")];
  const id = stringMember(schema, "$id") ?? "";
  return [...anchors.flatMap((anchor) => (anchor ? [`#${anchor}`] : [])), ...(id === "" ? [] : [id])];
}

/** Copies only what changes. Recursion is bounded by the depth of the document. */
function localizeIn(value: Json, names: Names): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => localizeIn(item, names));
    return items.some((item, at) => item !== value[at]) ? markLike(items, value) : value;
  }
  if (!isObject(value)) return value;
  const changes: [string, Json][] = [];
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined || isData(key)) continue;
    const isReference = (key === "$ref" || key === "$dynamicRef") && typeof child === "string";
    const local = isReference ? pointerFor(child, names) : localizeIn(child, names);
    if (isReference && key === "$dynamicRef" && !Object.hasOwn(value, "$ref")) changes.push(["$ref", local]);
    else if (local !== child) changes.push([key, local]);
  }
  return changes.length === 0 ? value : { ...value, ...fromEntries(changes) };
}

function pointerFor(reference: string, names: Names): string {
  const exact = names.get(reference);
  if (exact !== undefined) return `#${exact}`;
  const hash = reference.indexOf("#");
  const base = hash < 0 ? undefined : names.get(reference.slice(0, hash));
  return base === undefined ? reference : `#${base}${reference.slice(hash + 1)}`;
}

/** What stands below these is data of callers or of vendors, where `$ref` means nothing. */
function isData(key: string): boolean {
  return key === "example" || key === "examples" || key === "default" || key === "const" || key === "enum";
}
