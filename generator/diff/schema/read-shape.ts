import type { Document, Schema } from "../../document.ts";
import { isObject, type Json } from "../../json.ts";
import { pointerKeys, under } from "../../json-pointer.ts";
import { type Conjunct, expandSite, type Resolve } from "./expand-site.ts";
import { readChildren } from "./read-children.ts";
import { readEnum } from "./read-enum.ts";
import { readTypes } from "./read-types.ts";
import { readValues } from "./read-values.ts";
import type { Located, Shape, Site, Stated } from "./shape.ts";
import { stated } from "./stated.ts";

/** Reads the shapes of a document's sites, each once. */
export interface ShapeReader {
  readonly read: (site: Site) => Shape;
  /** A short text that two sites share when they are made of the same schema objects. */
  readonly idOf: (site: Site) => string;
}

/** A reader of the shapes of one document. */
export function readShapesOf(document: Document): ShapeReader {
  const resolve = resolverOf(document);
  const ids = new Map<Schema, number>();
  const known = new Map<string, Shape>();
  const idOf = (site: Site): string => site.map(({ schema }) => numberOf(ids, schema)).join("+");
  return {
    idOf,
    read: (site) => {
      const id = idOf(site);
      const shape = known.get(id) ?? readShape(site, resolve);
      known.set(id, shape);
      return shape;
    },
  };
}

const nowhere: Located = { schema: {}, pointer: "#", label: "anything" };

function readShape(site: Site, resolve: Resolve): Shape {
  const { conjuncts, components, parts } = expandSite(site, resolve);
  const { types, nullable } = readTypes(conjuncts, resolve);
  return {
    at: mainOf(conjuncts) ?? nowhere,
    components,
    parts,
    types,
    nullable,
    values: readValues(conjuncts, types?.value),
    enum: readEnum(conjuncts),
    default: firstStated(conjuncts, "default"),
    readOnly: conjuncts.some(({ schema }) => schema.readOnly === true),
    writeOnly: conjuncts.some(({ schema }) => schema.writeOnly === true),
    deprecated: firstStated(conjuncts, "deprecated"),
    discriminator: firstStated(conjuncts, "discriminator"),
    never: conjuncts.some(({ schema }) => isObject(schema.not) && Object.keys(schema.not).length === 0),
    ...readChildren(conjuncts),
  };
}

/** A site that is only a reference is best shown where the reference leads. */
function mainOf(conjuncts: readonly Conjunct[]): Located | undefined {
  return conjuncts.find(({ schema }) => Object.keys(schema).some((key) => key !== "$ref")) ?? conjuncts[0];
}

function firstStated(conjuncts: readonly Conjunct[], key: string): Stated<Json> | undefined {
  for (const at of conjuncts) {
    const found = stated(at, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function resolverOf(document: Document): Resolve {
  const known = new Map<string, Located | undefined>();
  return (reference) => {
    if (!known.has(reference)) known.set(reference, find(document, reference));
    return known.get(reference);
  };
}

function find(document: Document, reference: string): Located | undefined {
  const [components, schemas, name, ...rest] = pointerKeys(reference);
  if (components !== "components" || schemas !== "schemas" || name === undefined || rest.length > 0) return undefined;
  const all = document.components.schemas;
  const schema = Object.hasOwn(all, name) ? all[name] : undefined;
  return schema === undefined
    ? undefined
    : { schema, pointer: under("#/components/schemas", name), label: "", path: name };
}

function numberOf(ids: Map<Schema, number>, schema: Schema): number {
  const id = ids.get(schema) ?? ids.size + 1;
  ids.set(schema, id);
  return id;
}
