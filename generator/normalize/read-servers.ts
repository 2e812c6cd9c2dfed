import { httpMethods } from "../document.ts";
import { arrayMember, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";

/** The base URLs that a page names, for the document, a path or an operation, without trailing slashes. */
export function readServers(page: JsonObject): readonly string[] {
  const items = Object.values(objectMember(page, "paths") ?? {});
  const operations = items.flatMap((item) => httpMethods.map((method) => objectMember(item, method)));
  const servers = [page, ...items, ...operations].flatMap((owner) => arrayMember(owner, "servers"));
  return [...servers.flatMap(readServer), ...readSwaggerHost(page)];
}

function readServer(server: Json): readonly string[] {
  const url = fillVariables(stringMember(server, "url") ?? "", objectMember(server, "variables") ?? {});
  return cleanUrl(url);
}

/** Puts the default of each variable in its place. */
function fillVariables(url: string, variables: JsonObject): string {
  return Object.keys(variables).reduce((filled, name) => {
    const value = stringMember(objectMember(variables, name), "default");
    return value === undefined ? filled : filled.replaceAll(`{${name}}`, () => value);
  }, url);
}

/** A template (`{{BASE_URL}}`), a path alone, another scheme or a URL with credentials is no server to call. */
function cleanUrl(text: string): readonly string[] {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || trimmed.includes("{") || !URL.canParse(trimmed)) return [];
  const url = new URL(trimmed);
  if (url.username !== "" || url.password !== "") return [];
  const path = url.pathname.split("/").filter((segment) => segment !== "");
  return [[url.origin, ...path].join("/")];
}

function readSwaggerHost(page: JsonObject): readonly string[] {
  const host = stringMember(page, "host");
  if (host === undefined) return [];
  const scheme = arrayMember(page, "schemes").includes("http") && !arrayMember(page, "schemes").includes("https");
  return cleanUrl(`${scheme ? "http" : "https"}://${host}${stringMember(page, "basePath") ?? ""}`);
}
