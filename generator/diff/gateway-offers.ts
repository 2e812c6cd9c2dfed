import { type Document, httpMethods, type Operation, type Schema } from "../document.ts";
import type { Json } from "../json.ts";
import { canonical } from "./canonical.ts";
import { readShapesOf, type ShapeReader } from "./schema/read-shape.ts";
import type { Shape, Site } from "./schema/shape.ts";

/** What a gateway says of one input field, in the words of its schema. */
export interface OfferedField {
  readonly required: boolean;
  readonly types: readonly string[];
  readonly default?: Json;
  readonly values?: readonly Json[];
  /** Limits by keyword, in the keyword's own value. */
  readonly limits: { readonly [keyword: string]: Json };
}

/** What a gateway offers under an endpoint id, or under `POST /path` where there is none. */
export interface Offer {
  readonly fields: ReadonlyMap<string, OfferedField>;
}

/** A field of an endpoint that two gateways offer, as far as they differ. */
export interface FieldDifference {
  readonly field: string;
  /** `field`, `required`, `types`, `default`, `values`, or a keyword such as `maximum`. */
  readonly what: string;
  /** What each says; undefined where it says nothing. */
  readonly left: Json | undefined;
  readonly right: Json | undefined;
}

/** Two gateways side by side. */
export interface GatewayComparison {
  readonly onlyLeft: readonly string[];
  readonly onlyRight: readonly string[];
  readonly shared: readonly { readonly endpoint: string; readonly differences: readonly FieldDifference[] }[];
}

/** What the operations of a document with a request body offer, by endpoint id. */
export function offersOf(document: Document): ReadonlyMap<string, Offer> {
  const reader = readShapesOf(document);
  const offers = new Map<string, Offer>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of httpMethods) {
      const operation = item[method];
      if (operation !== undefined) offers.set(endpointOf(operation, method, path), offerOf(operation, reader));
    }
  }
  return offers;
}

function endpointOf(operation: Operation, method: string, path: string): string {
  const queue = operation["x-docket-queue"];
  return queue?.role === "submit" ? queue.endpoint : `${method.toUpperCase()} ${path}`;
}

function offerOf(operation: Operation, reader: ShapeReader): Offer {
  const [media] = Object.values(operation.requestBody?.content ?? {});
  const shape = reader.read(siteOf(media?.schema));
  const fields = new Map<string, OfferedField>();
  for (const [name, site] of shape.properties) fields.set(name, fieldOf(reader.read(site), shape.required.has(name)));
  for (const { name, required, schema, in: place } of operation.parameters ?? []) {
    if (place !== "header") fields.set(name, fieldOf(reader.read(siteOf(schema)), required === true));
  }
  return { fields };
}

function siteOf(schema: Schema | undefined): Site {
  return schema === undefined ? [] : [{ schema, pointer: "#", label: "input" }];
}

function fieldOf(shape: Shape, required: boolean): OfferedField {
  const types = shape.types === undefined ? [] : [...shape.types.value].sort();
  return {
    required,
    types: shape.nullable && types.length > 0 ? [...types, "null"] : types,
    ...(shape.default === undefined ? {} : { default: shape.default.value }),
    ...(shape.enum === undefined ? {} : { values: [...shape.enum.value] }),
    limits: Object.fromEntries([...shape.values].map(([keyword, { value }]) => [keyword, plain(value)])),
  };
}

/** A bound as its number; an exclusive one says so. */
function plain(value: Json): Json {
  if (!Array.isArray(value) || typeof value[1] !== "boolean") return value;
  return value[1] ? `${String(value[0])} (exclusive)` : (value[0] ?? null);
}

/** Lays two sets of offers side by side; endpoints and fields in code-unit order. */
export function compareOffers(left: ReadonlyMap<string, Offer>, right: ReadonlyMap<string, Offer>): GatewayComparison {
  const only = (these: ReadonlyMap<string, Offer>, those: ReadonlyMap<string, Offer>): readonly string[] =>
    [...these.keys()].filter((endpoint) => !those.has(endpoint)).sort();
  const shared = [...left.keys()].filter((endpoint) => right.has(endpoint)).sort();
  return {
    onlyLeft: only(left, right),
    onlyRight: only(right, left),
    shared: shared.map((endpoint) => ({
      endpoint,
      differences: differencesOf(left.get(endpoint), right.get(endpoint)),
    })),
  };
}

function differencesOf(left: Offer | undefined, right: Offer | undefined): readonly FieldDifference[] {
  const names = new Set([...(left?.fields.keys() ?? []), ...(right?.fields.keys() ?? [])]);
  return [...names]
    .sort()
    .flatMap((field) => fieldDifferences(field, left?.fields.get(field), right?.fields.get(field)));
}

function fieldDifferences(
  field: string,
  left: OfferedField | undefined,
  right: OfferedField | undefined,
): readonly FieldDifference[] {
  if (left === undefined || right === undefined) {
    return [
      {
        field,
        what: "field",
        left: left === undefined ? undefined : "yes",
        right: right === undefined ? undefined : "yes",
      },
    ];
  }
  const [one, other] = [factsOf(left), factsOf(right)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names]
    .filter((what) => canonical(one.get(what)) !== canonical(other.get(what)))
    .map((what) => ({ field, what, left: one.get(what), right: other.get(what) }));
}

function factsOf(field: OfferedField): ReadonlyMap<string, Json> {
  return new Map<string, Json>([
    ["required", field.required],
    ["types", [...field.types]],
    ...(field.default === undefined ? [] : [["default", field.default] as const]),
    ...(field.values === undefined ? [] : [["values", [...field.values]] as const]),
    ...Object.entries(field.limits),
  ]);
}
