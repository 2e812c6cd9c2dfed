import { isObject, type JsonObject, objectMember } from "../json.ts";
import { unifyEnumTexts } from "./describe-enum-values.ts";
import { mapMembers, renameMembers, withMember } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";

/** Apidog is Apifox abroad, and some cleaners leave a bare `x--`; later passes know one spelling. */
const prefixes = ["x-apidog-", "x--"];

/** Writes Apidog's and half-cleaned extensions of schemas and responses under their Apifox names. */
export function unifyVendorKeys(document: JsonObject): JsonObject {
  const unify = (node: JsonObject): JsonObject => renameMembers(node, apifoxKey);
  return mapDocument(document, { response: unify, schema: (schema) => unifyEnumTexts(unifyMixIns(unify(schema))) });
}

function unifyMixIns(schema: JsonObject): JsonObject {
  const mixIns = objectMember(schema, "x-apifox-refs");
  if (mixIns === undefined) return schema;
  const unified = mapMembers(mixIns, (entry) => (isObject(entry) ? renameMembers(entry, apifoxKey) : entry));
  return withMember(schema, "x-apifox-refs", unified);
}

function apifoxKey(key: string): string {
  const prefix = prefixes.find((known) => key.startsWith(known));
  return prefix === undefined ? key : `x-apifox-${key.slice(prefix.length)}`;
}
