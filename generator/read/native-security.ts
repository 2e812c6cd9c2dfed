import {
  arrayMember,
  fromEntries,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  scalarText,
  stringMember,
} from "../json.ts";
import { definedEntries } from "./defined-entries.ts";
import { listLeaves } from "./native-schemas.ts";

/** The security schemes of a project: declared ones, and one for each kind of authorization that its APIs only fill in. */
export function readSecuritySchemes(project: JsonObject, used: ReadonlySet<string>): JsonObject | undefined {
  const declared = listSchemes(project).flatMap((scheme): [string, JsonObject][] => {
    const config = objectMember(scheme, "authConfigs");
    return config === undefined ? [] : [[schemeName(scheme), withoutValues(config)]];
  });
  const schemes = new Map<string, JsonObject>([...[...used].flatMap(readUsed), ...declared]);
  return schemes.size > 0 ? fromEntries(schemes) : undefined;
}

/** What an authorization filled into the form of an API or a folder amounts to. Its keys and tokens are nobody's business here. */
const filledIn: ReadonlyMap<string, JsonObject> = new Map([
  ["bearer", { type: "http", scheme: "bearer" }],
  ["basic", { type: "http", scheme: "basic" }],
]);

/** The scheme behind a name that {@link readFilledIn} gave. */
function readUsed(name: string): readonly [string, JsonObject][] {
  const known = filledIn.get(name);
  if (known !== undefined) return [[name, known]];
  const [, place, key] = /^apikey_(header|query|cookie)_(.+)$/.exec(name) ?? [];
  return place === undefined || key === undefined ? [] : [[name, { type: "apiKey", in: place, name: key }]];
}

/** The security requirement of an API: its own, else that of the nearest folder that has one. */
export function readNativeSecurity(holders: readonly JsonObject[], project: JsonObject): Json | undefined {
  for (const holder of holders) {
    const security = readGroups(holder, project) ?? readFilledIn(holder);
    if (security !== undefined) return security;
  }
  return undefined;
}

/** `securityScheme.schemeGroups`: any group will do, all schemes of it are needed. */
function readGroups(holder: JsonObject, project: JsonObject): Json | undefined {
  const names = new Map(listSchemes(project).map((scheme) => [scalarText(member(scheme, "id")), schemeName(scheme)]));
  const groups = arrayMember(objectMember(holder, "securityScheme"), "schemeGroups").map((group) =>
    arrayMember(group, "schemeIds").flatMap((id) => names.get(scalarText(id)) ?? []),
  );
  const known = groups.filter((group) => group.length > 0);
  if (known.length === 0) return undefined;
  return known.map((group) => fromEntries(group.map((name) => [name, []] as const)));
}

function readFilledIn(holder: JsonObject): Json | undefined {
  const type = stringMember(objectMember(holder, "auth"), "type") ?? "";
  if (type === "noauth") return [];
  if (type === "apikey") return readKey(objectMember(objectMember(holder, "auth"), "apikey"));
  return filledIn.has(type) ? [{ [type]: [] }] : undefined;
}

/** Where a key goes and under which name; its value is not read. */
function readKey(apikey: JsonObject | undefined): Json | undefined {
  const key = stringMember(apikey, "key") ?? "";
  const place = stringMember(apikey, "in") ?? "header";
  return /^[\w.-]{1,100}$/.test(key) && /^(?:header|query|cookie)$/.test(place)
    ? [fromEntries([[`apikey_${place}_${key}`, []]])]
    : undefined;
}

function listSchemes(project: JsonObject): readonly JsonObject[] {
  return listLeaves(arrayMember(project, "securitySchemeCollection")).filter(isObject);
}

function schemeName(scheme: JsonObject): string {
  return stringMember(scheme, "name") || (scalarText(member(scheme, "id")) ?? "");
}

/** Values that people filled in stand beside the declaration, under `x-apifox`: they may be secrets. */
function withoutValues(config: JsonObject): JsonObject {
  return definedEntries(Object.entries(config).filter(([key]) => !key.startsWith("x-")));
}
