import { arrayMember, isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { definedEntries } from "./defined-entries.ts";

/**
 * The servers of a project: the base URLs of its environments, those for production first. A project may have several
 * services; `others` are the ids of those that only some APIs are on.
 */
export function readNativeServers(project: JsonObject, others: ReadonlySet<string>): readonly JsonObject[] {
  return listServers(project, (environment) => {
    const perModule = Object.entries(objectMember(environment, "baseUrls") ?? {});
    const urls = perModule.filter(([id]) => !others.has(id)).map(([, url]) => url);
    return [member(environment, "baseUrl"), ...urls];
  });
}

/** The servers of an API that is on another service than the rest: its own choice, else that of the nearest folder that has one. */
export function readOwnServers(holders: readonly JsonObject[], project: JsonObject): readonly JsonObject[] {
  const id = findServerId(holders);
  if (id === undefined) return [];
  return listServers(project, (environment) => [member(objectMember(environment, "baseUrls"), id)]);
}

/** Id of the service that an API is on; undefined for the one that all are on unless they say otherwise. */
export function findServerId(holders: readonly JsonObject[]): string | undefined {
  const id = holders.map((holder) => stringMember(holder, "serverId") ?? "").find((found) => found !== "");
  return id === "default" ? undefined : id;
}

function listServers(
  project: JsonObject,
  urlsOf: (environment: JsonObject) => readonly (Json | undefined)[],
): readonly JsonObject[] {
  const found = new Map<string, string | undefined>();
  for (const environment of arrayMember(project, "environments").filter(isObject)) {
    for (const url of urlsOf(environment)) {
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
