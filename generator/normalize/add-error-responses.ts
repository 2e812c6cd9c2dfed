import { type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { withMember } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";
import { schemaName, schemaReference } from "./reference.ts";

/** Name of the component that {@link addErrorResponses} adds. */
const errorName = "GatewayError";

/**
 * Gives each operation that documents no `default` response one that holds the error bodies that gateways are known to send.
 * Without it openapi-fetch types the error of an operation that documents only a 200 as `never`.
 */
export function addErrorResponses(document: JsonObject): JsonObject {
  const components = objectMember(document, "components") ?? {};
  const schemas = objectMember(components, "schemas") ?? {};
  const name = Object.hasOwn(schemas, errorName) ? `Docket${errorName}` : errorName;
  const response: JsonObject = {
    description: "The request failed.",
    content: { "application/json": { schema: { $ref: schemaReference(name) } } },
  };
  const extended = mapDocument(document, {
    operation: (operation) => {
      const responses = objectMember(operation, "responses") ?? {};
      if (member(responses, "default") !== undefined) return operation;
      return withMember(operation, "responses", withMember(responses, "default", response));
    },
  });
  return withMember(extended, "components", withMember(components, "schemas", withMember(schemas, name, gatewayError)));
}

/** Whether a response is the one that {@link addErrorResponses} adds. */
export function isAddedError(response: JsonObject): boolean {
  const schema = objectMember(objectMember(objectMember(response, "content"), "application/json"), "schema");
  const name = schemaName(stringMember(schema, "$ref") ?? "");
  return name === errorName || name === `Docket${errorName}`;
}

const text: JsonObject = { type: "string" };
const object = (properties: JsonObject, required: readonly string[]): JsonObject => ({
  type: "object",
  properties,
  required,
});

const details: Json = {
  type: "array",
  items: object({ loc: { type: "array", items: { type: ["integer", "string"] } }, msg: text, type: text }, ["msg"]),
};

/** The envelopes that fal, new-api and their forks answer errors with, told apart by their fields. */
const gatewayError: JsonObject = {
  description:
    "An error body: of the model (`detail`), of the gateway (`error`), or of a task (`code`, `message` or `description`).",
  anyOf: [
    object({ detail: { anyOf: [text, details] }, error_type: text }, ["detail"]),
    object(
      { error: object({ message: text, type: text, code: { type: ["integer", "null", "string"] } }, ["message"]) },
      ["error"],
    ),
    object({ code: { type: ["integer", "string"] }, message: text }, ["code", "message"]),
    object({ description: text, type: text, code: { type: "integer" } }, ["description"]),
  ],
};
