import { fromEntries, isObject, type Json, type JsonObject, member } from "../json.ts";
import { markLike, marksOf } from "../place.ts";
import { parseExample } from "./parse-example.ts";

/**
 * A document whose media types hold values as examples where they held text that was meant as JSON. Apifox writes an
 * example as a string exactly when it does not parse: comments, trailing commas, ellipses. Other text stays text.
 */
export function readStringExamples(document: JsonObject): JsonObject {
  const read = readIn(document);
  return isObject(read) ? read : document;
}

/** Copies only what changes. Recursion is bounded by the depth of the document. */
function readIn(value: Json): Json {
  if (Array.isArray(value)) return replaceItems(value);
  if (!isObject(value)) return value;
  const changes: [string, Json][] = [];
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined || child === null || typeof child !== "object" || key === "example" || key === "examples")
      continue;
    const read = key === "content" && isObject(child) ? readContent(child) : readIn(child);
    if (read !== child) changes.push([key, read]);
  }
  return changes.length === 0 ? value : { ...value, ...fromEntries(changes) };
}

function replaceItems(items: readonly Json[]): Json {
  const read = items.map(readIn);
  return read.some((item, index) => item !== items[index]) ? markLike(read, items) : items;
}

function readContent(content: JsonObject): JsonObject {
  const entries = Object.entries(content).map(([mediaType, media]) => [mediaType, readMedia(media ?? null)] as const);
  if (entries.every(([mediaType, media]) => media === content[mediaType])) return content;
  return { ...content, ...fromEntries(entries) };
}

function readMedia(media: Json): Json {
  const inner = readIn(media);
  if (!isObject(inner)) return inner;
  const example = readText(inner, "example");
  const examples = member(inner, "examples");
  const named = isObject(examples) ? readNamed(examples) : undefined;
  if (example === undefined && named === undefined) return inner;
  return {
    ...inner,
    ...(example === undefined ? {} : { example }),
    ...(named === undefined ? {} : { examples: named }),
  };
}

function readNamed(examples: JsonObject): JsonObject | undefined {
  const changes = Object.entries(examples).flatMap(([name, example]): [string, Json][] => {
    const value = isObject(example) ? readText(example, "value") : undefined;
    return isObject(example) && value !== undefined ? [[name, { ...example, value }]] : [];
  });
  return changes.length === 0 ? undefined : { ...examples, ...fromEntries(changes) };
}

/** The value of a member that is text and reads like JSON; undefined when there is nothing to replace. */
function readText(holder: JsonObject, key: string): Json | undefined {
  const text = member(holder, key);
  if (typeof text !== "string") return undefined;
  const marks = marksOf(holder);
  const start = marks?.members?.get(key)?.[1];
  const value = parseExample(
    text,
    marks === undefined || start === undefined ? undefined : { source: marks.source, start },
  );
  return value === text ? undefined : value;
}
