import type { Report } from "../diagnostic.ts";
import { isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { markLike, placeOf } from "../place.ts";
import { mapMembers, withMember, withoutMembers } from "./edit-object.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";

/**
 * Says in the words of OpenAPI 3.1 what 3.2 added: items of streams, summaries of responses, examples as data. A discriminator
 * with a default is left out, with a note, for types that go by it would demand what may be missing.
 * @see https://spec.openapis.org/oas/v3.2.0
 */
export function lowerFrom32(document: JsonObject, report: Report): JsonObject {
  return mapDocument(document, {
    mediaType: (media) => lowerExamples(lowerItems(media)),
    response: lowerSummary,
    schema: (schema, at) => lowerDiscriminator(schema, at, report),
  });
}

/** "The schema for sequential media types applies to the whole as if it were an array." */
function lowerItems(media: JsonObject): JsonObject {
  const items = objectMember(media, "itemSchema");
  if (items === undefined) return media;
  const rest = withoutMembers(media, ["itemSchema"]);
  const whole = markLike({ type: "array", items }, items);
  return objectMember(media, "schema") === undefined ? withMember(rest, "schema", whole) : rest;
}

/** `dataValue` is what `value` was; `serializedValue` is the text on the wire. */
function lowerExamples(media: JsonObject): JsonObject {
  const examples = objectMember(media, "examples");
  return examples === undefined ? media : withMember(media, "examples", mapMembers(examples, lowerExample));
}

function lowerExample(example: Json): Json {
  if (!isObject(example)) return example;
  const value = member(example, "value") ?? member(example, "dataValue") ?? member(example, "serializedValue");
  return value === undefined ? example : withMember(example, "value", value);
}

function lowerSummary(response: JsonObject): JsonObject {
  const summary = stringMember(response, "summary");
  return summary === undefined || member(response, "description") !== undefined
    ? response
    : withMember(response, "description", summary);
}

function lowerDiscriminator(schema: JsonObject, at: At, report: Report): JsonObject {
  const discriminator = objectMember(schema, "discriminator");
  if (discriminator === undefined || member(discriminator, "defaultMapping") === undefined) return schema;
  report(
    "default-mapping",
    "The discriminator names a schema for values without its property; types do not go by it.",
    {
      place: placeOf(discriminator, "defaultMapping"),
      pointer: pointerOf(at),
    },
  );
  return withoutMembers(schema, ["discriminator"]);
}
