import { type Document, httpMethods } from "../document.ts";
import { isObject, type JsonObject, member, objectMember, stringMember } from "../json.ts";

/** Whether a document keeps what `Document` promises, as far as a look at each operation and component can tell. */
export function isDocument(value: JsonObject): value is JsonObject & Document {
  const components = objectMember(value, "components");
  const items = Object.values(objectMember(value, "paths") ?? {});
  const operations = items.flatMap((item) => httpMethods.flatMap((method) => member(item, method) ?? []));
  return (
    member(value, "openapi") === "3.1.0" &&
    stringMember(objectMember(value, "info"), "title") !== undefined &&
    isObject(member(value, "x-docket-gateways")) &&
    isObject(member(components, "securitySchemes")) &&
    Object.values(objectMember(components, "schemas") ?? {}).every(isObject) &&
    operations.every(isOperation)
  );
}

function isOperation(operation: unknown): boolean {
  if (!isObject(operation)) return false;
  const responses = objectMember(operation, "responses");
  return (
    stringMember(operation, "operationId") !== undefined &&
    isObject(member(responses, "default")) &&
    Array.isArray(member(operation, "x-docket-gateways"))
  );
}
