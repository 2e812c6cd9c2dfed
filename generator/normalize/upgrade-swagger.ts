import { createRequire } from "node:module";
import { isObject, type JsonObject, member } from "../json.ts";
import { prepareSwagger } from "./prepare-swagger.ts";
import { packSwagger, unpackSwagger } from "./swagger-parcel.ts";

/**
 * A Swagger 2.0 document as OpenAPI 3.0, every part of it still marked with its place. Bodies and answers are ours to convert,
 * the rest is the library's: servers, definitions, parameters and their styles, headers, security.
 */
export function upgradeSwagger(document: JsonObject): JsonObject {
  // Loaded only when such a document turns up. @scalar/openapi-upgrader is maintained, pure and never fetches;
  // swagger2openapi, the better known one, is abandoned and brings two HTTP clients.
  const { upgradeFromTwoToThree } = createRequire(import.meta.url)("@scalar/openapi-upgrader/2.0-to-3.0");
  const parcel = packSwagger(prepareSwagger(document));
  const upgraded: unknown = upgradeFromTwoToThree(parcel.document);
  return isObject(upgraded) && typeof member(upgraded, "openapi") === "string"
    ? unpackSwagger(upgraded, parcel)
    : { openapi: "3.0.0", paths: {} };
}
