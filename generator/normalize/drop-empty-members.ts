import type { Json, JsonObject } from "../json.ts";
import { filterMembers } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";

/** Members whose absence says the same as an empty value or `false`. */
const droppable = new Set([
  "parameters",
  "tags",
  "headers",
  "content",
  "deprecated",
  "readOnly",
  "writeOnly",
  "uniqueItems",
]);
/** The same for texts; the description of a response is obligatory. */
const texts = new Set(["summary", "description", "title"]);

/** Drops members that say nothing (`parameters: []`, `deprecated: false`), so that equal meaning gives equal bytes. */
export function dropEmptyMembers(document: JsonObject): JsonObject {
  const drop = (node: JsonObject): JsonObject =>
    filterMembers(node, (key, value) => !(droppable.has(key) || texts.has(key)) || !isEmpty(value));
  const dropInResponse = (node: JsonObject): JsonObject =>
    filterMembers(node, (key, value) => !droppable.has(key) || !isEmpty(value));
  const dropOptional = (node: JsonObject): JsonObject =>
    filterMembers(drop(node), (key, value) => key !== "required" || value !== false);
  return mapDocument(document, {
    operation: drop,
    parameter: dropOptional,
    requestBody: (body) =>
      filterMembers(
        body,
        (key, value) => !(key === "description" && isEmpty(value)) && !(key === "required" && value === false),
      ),
    response: dropInResponse,
    header: dropOptional,
    schema: (schema) => filterMembers(drop(schema), (key, value) => key !== "required" || !isEmpty(value)),
  });
}

function isEmpty(value: Json): boolean {
  if (value === "" || value === false || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
