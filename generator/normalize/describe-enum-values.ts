import { arrayMember, isObject, type JsonObject, member, objectMember, scalarText, stringMember } from "../json.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";

/** Apifox's texts for the values of a list (`[{ value, name, description }]`); `remove-extensions.ts` leaves it to this pass. */
export const enumTextsKey = "x-apifox-enum";

/**
 * What a page says of each value of a list goes below the description of its schema. It comes after the mining: the names of
 * values are no statements about the field.
 */
export function describeEnumValues(document: JsonObject): JsonObject {
  return mapDocument(document, { schema: describe });
}

function describe(schema: JsonObject): JsonObject {
  if (!Object.hasOwn(schema, enumTextsKey)) return schema;
  const lines = arrayMember(schema, enumTextsKey).filter(isObject).flatMap(describeValue);
  const bare = withoutMembers(schema, [enumTextsKey]);
  if (lines.length === 0) return bare;
  const said = stringMember(schema, "description") ?? "";
  return withMember(bare, "description", [...(said === "" ? [] : [said]), ...lines].join("\n"));
}

function describeValue(entry: JsonObject): readonly string[] {
  const given = member(entry, "value");
  const value = given === null ? "null" : scalarText(given);
  const texts = [stringMember(entry, "name") ?? "", stringMember(entry, "description") ?? ""];
  const said = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== "" && text !== value))];
  return value === undefined || said.length === 0 ? [] : [`- ${value}: ${said.join(", ")}`];
}

/** The older form of the same, a map of values to their texts, in the newer one. */
export function unifyEnumTexts(schema: JsonObject): JsonObject {
  const texts = objectMember(objectMember(schema, "x-apifox"), "enumDescriptions");
  if (texts === undefined || Object.hasOwn(schema, enumTextsKey)) return schema;
  const entries = Object.entries(texts).map(([value, description]) => ({
    value,
    description: scalarText(description) ?? "",
  }));
  return withMember(schema, enumTextsKey, entries);
}
