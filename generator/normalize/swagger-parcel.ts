import { fromEntries, isObject, type Json, type JsonObject } from "../json.ts";
import { type Marks, mark, marksOf } from "../place.ts";

/** A document made fit for the library that upgrades it, and what was taken out of it on the way. */
export interface SwaggerParcel {
  readonly document: JsonObject;
  readonly marks: readonly Marks[];
  readonly data: readonly Json[];
}

/** Where a packed object keeps the number of its marks. */
const markKey = "x-docket-mark";
/** In place of data: the number of it. */
const dataKey = "x-docket-data";
/** In place of `__proto__`, which the library would make the prototype of its copy. */
const protoKey = "x-docket-proto";

/**
 * A copy that survives the library: it builds every object anew, so marks go along as numbers; it rewrites whatever looks like a
 * schema or a reference, so examples, defaults and values stay behind; it writes keys with `=`.
 */
export function packSwagger(document: JsonObject): SwaggerParcel {
  const marks: Marks[] = [];
  const data: Json[] = [];
  const keep = (value: Json): Json => ({ [dataKey]: data.push(value) - 1 });
  const pack = (value: Json, kind: "names" | "keywords"): Json => {
    if (Array.isArray(value)) return value.map((item) => pack(item, "keywords"));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).flatMap(([key, child]): [string, Json][] => {
      if (child === undefined || key === markKey || key === dataKey || key === protoKey) return [];
      const name = key === "__proto__" ? protoKey : key;
      if (kind === "keywords" && holdsData(key)) return [[name, keep(child)]];
      if (kind === "keywords" && key === "examples") return [[name, packExamples(child, keep)]];
      return [[name, pack(child, kind === "keywords" && nameMaps.has(key) ? "names" : "keywords")]];
    });
    const own = marksOf(value);
    return fromEntries(own === undefined ? entries : [...entries, [markKey, marks.push(own) - 1]]);
  };
  const packed = pack(document, "keywords");
  return { document: isObject(packed) ? packed : {}, marks, data };
}

/** The document with everything in its place again. */
export function unpackSwagger(document: JsonObject, parcel: SwaggerParcel): JsonObject {
  const unpack = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(unpack);
    if (!isObject(value)) return value;
    const number = value[dataKey];
    if (typeof number === "number") return parcel.data[number] ?? null;
    const entries = Object.entries(value).flatMap(([key, child]): [string, Json][] =>
      child === undefined || key === markKey ? [] : [[key === protoKey ? "__proto__" : key, unpack(child)]],
    );
    const marked = value[markKey];
    const marks = typeof marked === "number" ? parcel.marks[marked] : undefined;
    return marks === undefined ? fromEntries(entries) : mark(fromEntries(entries), marks);
  };
  const whole = unpack(document);
  return isObject(whole) ? whole : {};
}

function packExamples(examples: Json, keep: (value: Json) => Json): Json {
  if (!isObject(examples)) return keep(examples);
  return fromEntries(Object.entries(examples).map(([name, example]) => [name, keep(example ?? null)]));
}

function holdsData(key: string): boolean {
  return key === "example" || key === "default" || key === "enum" || key === "const" || key === "x-example";
}

/** Keywords whose members are names, which may look like any keyword. */
const nameMaps: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "definitions", "paths", "responses", "parameters", "headers"],
  ...["securityDefinitions", "$defs"],
]);
