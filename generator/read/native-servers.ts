import { arrayMember, isObject, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { definedEntries } from "./defined-entries.ts";

/** The servers of a project: the base URLs of its environments, those for production first. */
export function readNativeServers(project: JsonObject): readonly JsonObject[] {
  const found = new Map<string, string | undefined>();
  for (const environment of arrayMember(project, "environments").filter(isObject)) {
    const perModule = Object.values(objectMember(environment, "baseUrls") ?? {});
    for (const url of [member(environment, "baseUrl"), ...perModule]) {
      if (typeof url === "string" && /^https?:\/\/[^\s{}]+$/.test(url) && !found.has(url)) {
        found.set(url, stringMember(environment, "name"));
      }
    }
  }
  const servers = [...found].map(([url, description]) =>
    definedEntries([
      ["url", url],
      ["description", description],
    ]),
  );
  return [...servers.filter(isProduction), ...servers.filter((server) => !isProduction(server))];
}

function isProduction(server: JsonObject): boolean {
  return /正式|生产|线上|prod/i.test(stringMember(server, "description") ?? "");
}
