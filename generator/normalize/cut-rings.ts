import type { Report } from "../diagnostic.ts";
import { arrayMember, isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { mapMembers, withMember, withoutMembers } from "./edit-object.ts";
import { schemaName } from "./reference.ts";

/** Keywords whose schemas TypeScript resolves at once; those of properties it resolves when they are needed. */
const directLists = ["allOf", "anyOf", "oneOf", "prefixItems"];

/**
 * Cuts rings of components that contain themselves without a property in between (`Json: anyOf [string, array of Json]`): such a type
 * cannot be written in an interface of TypeScript. The reference that closes the ring lets any value through, with a warning.
 */
export function cutRings(document: JsonObject, report: Report): JsonObject {
  const components = objectMember(document, "components") ?? {};
  const schemas = objectMember(components, "schemas") ?? {};
  const closing = findClosing(schemas);
  if (closing.size === 0) return document;
  const cut = mapMembers(schemas, (schema, name) => {
    const targets = closing.get(name);
    if (targets === undefined || !isObject(schema)) return schema;
    report(
      "recursive-schema",
      `The schema ${quote(name)} contains itself; where the ring closes, any value is let through.`,
      { place: placeOf(schema) },
    );
    return cutSchema(schema, targets);
  });
  return withMember(document, "components", withMember(components, "schemas", cut));
}

/** For each component, the components whose direct references close a ring. Depth first, by an explicit stack. */
function findClosing(schemas: JsonObject): ReadonlyMap<string, ReadonlySet<string>> {
  const closing = new Map<string, Set<string>>();
  const done = new Set<string>();
  for (const root of Object.keys(schemas).sort()) {
    const open = new Set<string>();
    const stack: { readonly name: string; readonly targets: string[] }[] = [];
    const enter = (name: string): void => {
      open.add(name);
      stack.push({ name, targets: [...directNames(member(schemas, name))].sort().reverse() });
    };
    if (!done.has(root)) enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const target = top.targets.pop();
      if (target === undefined) {
        stack.pop();
        open.delete(top.name);
        done.add(top.name);
      } else if (open.has(target)) {
        closing.set(top.name, (closing.get(top.name) ?? new Set<string>()).add(target));
      } else if (!done.has(target)) {
        enter(target);
      }
    }
  }
  return closing;
}

function directNames(schema: Json | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: (Json | undefined)[] = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const name = schemaName(stringMember(next, "$ref") ?? "");
    if (name !== undefined) names.add(name);
    for (const part of directLists.flatMap((keyword) => arrayMember(next, keyword))) pending.push(part);
    const items = member(next, "items");
    if (isObject(items)) pending.push(items);
  }
  return names;
}

function cutSchema(schema: JsonObject, targets: ReadonlySet<string>): JsonObject {
  const name = schemaName(stringMember(schema, "$ref") ?? "");
  if (name !== undefined && targets.has(name)) return withoutMembers(schema, ["$ref"]);
  const lists = directLists.reduce((cut, keyword) => {
    const list = member(cut, keyword);
    if (!Array.isArray(list)) return cut;
    return withMember(
      cut,
      keyword,
      list.map((part) => (isObject(part) ? cutSchema(part, targets) : part)),
    );
  }, schema);
  const items = member(lists, "items");
  return isObject(items) ? withMember(lists, "items", cutSchema(items, targets)) : lists;
}
