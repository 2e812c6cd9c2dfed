import { isObject, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";

/**
 * How pages say that callers are let in, where none of the ways is one that the client knows: `header x-api-key`, `basic`.
 * Empty where a page names no way, or one whose key goes into the `Authorization` header by itself.
 */
export function findOtherCredentials(pages: readonly JsonObject[]): readonly string[] {
  const schemes = pages.flatMap((page) => [
    ...Object.values(objectMember(objectMember(page, "components"), "securitySchemes") ?? {}),
    ...Object.values(objectMember(page, "securityDefinitions") ?? {}),
  ]);
  const described = schemes.flatMap((scheme) => (isObject(scheme) ? describeScheme(scheme) : []));
  return described.includes(known) ? [] : [...new Set(described)].sort();
}

const known = "bearer";

function describeScheme(scheme: JsonObject): readonly string[] {
  const [type = "", http = "", place = "", name = ""] = ["type", "scheme", "in", "name"].map((key) =>
    word(scheme, key),
  );
  if (type === "apikey" && place !== "") return [name === "authorization" ? known : `${place} ${name}`];
  if (type === "basic" || (type === "http" && http !== "" && http !== known)) return [http || type];
  return ["http", known, "oauth2", "openidconnect"].includes(type) ? [known] : [];
}

function word(scheme: JsonObject, key: string): string {
  const value: Json = stringMember(scheme, key) ?? "";
  return value.trim().toLowerCase();
}
