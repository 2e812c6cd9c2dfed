import type { Gateway } from "../document.ts";
import { arrayMember, fromEntries, type Json, type JsonObject, objectMember } from "../json.ts";
import { withMember } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";

const bearer: JsonObject = { type: "http", scheme: "bearer" };
const key: JsonObject = {
  type: "apiKey",
  in: "header",
  name: "Authorization",
  description: "`Authorization: Key <id>:<secret>`",
};

/**
 * Writes down how callers prove who they are, from what is known of the gateways and not from the pages, whose security schemes are
 * often invalid (`type: bearer`) or copied: one scheme for each way, and for each operation those of its gateways.
 */
export function secureOperations(document: JsonObject, gateways: { readonly [id: string]: Gateway }): JsonObject {
  const authOf = (id: Json): Gateway["auth"] => {
    const gateway = typeof id === "string" && Object.hasOwn(gateways, id) ? gateways[id] : undefined;
    return gateway?.auth ?? "bearer";
  };
  const used = new Set<Gateway["auth"]>(Object.keys(gateways).map(authOf));
  const schemes: readonly [string, JsonObject][] = [
    ["bearer", bearer],
    ["key", key],
  ];
  const securitySchemes = fromEntries(
    schemes.filter(([name]) => (name === "bearer" ? used.has("bearer") : used.has("key"))),
  );
  const secured = mapDocument(document, {
    operation: (operation) => {
      const ways = new Set(arrayMember(operation, "x-docket-gateways").map(authOf));
      const security = [...ways].sort().map((way): Json => (way === "none" ? {} : { [way]: [] }));
      return withMember(operation, "security", security);
    },
  });
  return withMember(
    secured,
    "components",
    withMember(objectMember(secured, "components") ?? {}, "securitySchemes", securitySchemes),
  );
}
