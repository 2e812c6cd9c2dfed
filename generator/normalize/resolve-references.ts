import type { Report } from "../diagnostic.ts";
import { fromEntries, isObject, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { annotations } from "./annotations.ts";
import { nameOfComponent } from "./component-name.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { reportLost } from "./inline-references.ts";
import { type At, mapDocument, mapSchema } from "./map-document.ts";
import { findReference, isExternal, schemaReference } from "./reference.ts";

/**
 * Makes every `$ref` of a schema point at `#/components/schemas/<name>` with a name of `[A-Za-z0-9._-]`. What a reference
 * reaches elsewhere (`#/definitions/…`, the middle of another schema) becomes a component; chains of references are shortened
 * to their end; what leads nowhere is reported and becomes `{}`. Every chain and ring is followed by iteration, once.
 */
export function resolveReferences(document: JsonObject, report: Report): JsonObject {
  const resolver = createResolver(document, report);
  const components = objectMember(document, "components") ?? {};
  // Component schemas are resolved from the resolver's own list, which grows on the way.
  const uses = mapDocument(withMember(document, "components", withoutMembers(components, ["schemas"])), {
    schema: resolver.resolve,
  });
  const schemas = resolver.components();
  return withMember(uses, "components", withMember(objectMember(uses, "components") ?? {}, "schemas", schemas));
}

interface Component {
  readonly name: string;
  readonly schema: JsonObject;
}

interface Target {
  readonly keys: readonly string[];
  readonly schema: JsonObject;
}

interface Resolver {
  readonly resolve: (schema: JsonObject, at: At) => JsonObject;
  readonly components: () => JsonObject;
}

function createResolver(document: JsonObject, report: Report): Resolver {
  const components = new Map<string, Component>();
  const taken = new Set<string>();
  const ends = new Map<string, Target | undefined>();
  const register = (target: Target): Component => {
    const key = JSON.stringify(target.keys);
    const component = components.get(key) ?? nameComponent(target, taken);
    taken.add(component.name);
    components.set(key, component);
    return component;
  };
  for (const target of declaredSchemas(document)) register(target);
  const resolve = (schema: JsonObject, at: At): JsonObject => {
    const reference = stringMember(schema, "$ref");
    if (reference === undefined) return schema;
    const end = followChain(document, reference, ends);
    if (end === undefined) {
      explainLost(document, schema, reference, at, report);
      return withoutMembers(schema, ["$ref"]);
    }
    const canonical = schemaReference(register(end).name);
    return canonical === reference ? schema : withMember(schema, "$ref", canonical);
  };
  return { resolve, components: () => resolveAll(components, resolve) };
}

/** Where the name had to change, the document's own one stays readable in the title. */
function nameComponent({ keys, schema }: Target, taken: ReadonlySet<string>): Component {
  const name = nameOfComponent(keys, taken);
  const own = keys.at(-1) ?? name;
  const title = stringMember(schema, "title")?.trim() ?? "";
  if (name.includes(own) || title.includes(own) || Object.hasOwn(schema, "$ref")) return { name, schema };
  return { name, schema: withMember(schema, "title", title === "" ? own : `${own} (${title})`) };
}

/** In the order of their names, so that an added component takes no name from another. */
function declaredSchemas(document: JsonObject): readonly Target[] {
  const schemas = objectMember(objectMember(document, "components"), "schemas") ?? {};
  return Object.keys(schemas)
    .sort()
    .flatMap((name) => {
      const schema = schemas[name];
      return isObject(schema) ? [{ keys: ["components", "schemas", name], schema }] : [];
    });
}

function resolveAll(components: ReadonlyMap<string, Component>, resolve: Resolver["resolve"]): JsonObject {
  const schemas = new Map<string, Json>();
  // A Map is iterated in the order of insertion, and components that turn up meanwhile come last.
  for (const { name, schema } of components.values()) schemas.set(name, mapSchema(schema, resolve));
  return fromEntries(schemas);
}

/** The schema at the end of a chain of references; undefined when it leads nowhere or round in a ring. */
function followChain(
  document: JsonObject,
  reference: string,
  ends: Map<string, Target | undefined>,
): Target | undefined {
  const passed = new Set<string>();
  let end: Target | undefined;
  for (let next: string | undefined = reference; next !== undefined; ) {
    if (ends.has(next) || passed.has(next)) {
      end = ends.get(next);
      break;
    }
    passed.add(next);
    end = findTarget(document, next);
    next = end === undefined ? undefined : aliasOf(end.schema);
  }
  for (const link of passed) ends.set(link, end);
  return end;
}

function findTarget(document: JsonObject, reference: string): Target | undefined {
  const found = isExternal(reference) ? undefined : findReference(document, reference);
  return found !== undefined && isObject(found.value) ? { keys: found.keys, schema: found.value } : undefined;
}

/** Where a schema leads that is nothing but a reference, described or not. */
function aliasOf(schema: JsonObject): string | undefined {
  const reference = stringMember(schema, "$ref");
  const isAlias = Object.keys(schema).every((key) => key === "$ref" || annotations.has(key) || key.startsWith("x-"));
  return isAlias ? reference : undefined;
}

function explainLost(document: JsonObject, schema: JsonObject, reference: string, at: At, report: Report): void {
  const place = placeOf(schema, "$ref");
  if (isNativeReference(reference)) {
    report(
      "native-reference",
      `${quote(reference)} is the documentation tool's own number of a schema; any value is let through.`,
      { place },
    );
  } else if (findTarget(document, reference) !== undefined) {
    report("reference-ring", `${quote(reference)} leads round in a ring to no schema; any value is let through.`, {
      place,
    });
  } else {
    reportLost(schema, reference, at, report);
  }
}

/** `#/definitions/123`: Apifox's own reference to a model that the export left behind. */
function isNativeReference(reference: string): boolean {
  return /^#\/definitions\/\d+$/.test(reference);
}
