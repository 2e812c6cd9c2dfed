import type { Report } from "../diagnostic.ts";
import {
  arrayMember,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  scalarText,
  stringMember,
} from "../json.ts";
import { markLike } from "../place.ts";
import { pageKey, type SourceDocument } from "../source-document.ts";
import { definedEntries } from "./defined-entries.ts";
import { finishDocument } from "./finish-document.ts";
import { listNativeApis, type NativeApi } from "./native-apis.ts";
import { withCommonParameters } from "./native-common-parameters.ts";
import { readNativeOperation } from "./native-operation.ts";
import { readNativePath } from "./native-path.ts";
import type { SharedResponses } from "./native-responses.ts";
import { type NativeSchemas, readNativeSchemas, renameReferences } from "./native-schemas.ts";
import { readNativeSecurity, readSecuritySchemes } from "./native-security.ts";
import { findServerId, readNativeServers, readOwnServers } from "./native-servers.ts";
import { listSharedResponses } from "./native-shared-responses.ts";
import type { Page, Reader } from "./page.ts";
import { PathLayers } from "./path-layers.ts";

/** Reads projects exported in Apifox's or Apidog's own format, and lists of APIs as their editors hold them. */
export const apifoxProjectReader: Reader = { format: "apifox-project", read: readApifoxProject };

function readApifoxProject(page: Page, report: Report): readonly SourceDocument[] | undefined {
  const project = toProject(page.json);
  if (project === undefined) return undefined;
  const apis = listNativeApis(arrayMember(project, "apiCollection"));
  const schemas = readNativeSchemas(arrayMember(project, "schemaCollection"));
  const shared = listSharedResponses(arrayMember(project, "responseCollection"), report);
  const layers = assignPaths(project, apis, schemas, shared);
  const others = new Set(apis.flatMap(({ api, inherited }) => findServerId([api, ...inherited]) ?? []));
  const facts = { format: apifoxProjectReader.format, source: page.source };
  return layers.paths().flatMap((paths) => {
    const document = finishDocument(assemble(project, paths, { schemas, others }), facts, report);
    return document === undefined ? [] : [document];
  });
}

/** A project as it stands; a bare list of APIs, or one API alone, as a project that holds nothing else. */
function toProject(json: Json | undefined): JsonObject | undefined {
  if (isObject(json) && (Object.hasOwn(json, "apifoxProject") || Object.hasOwn(json, "apidogProject"))) return json;
  if (isObject(json) && Object.hasOwn(json, "apiCollection")) return json;
  const wrapped = isObject(json) && Array.isArray(json.data) ? json.data : json;
  const list = Array.isArray(wrapped) ? wrapped : [json ?? null];
  return list.length > 0 && list.every(isNativeApi) ? { apiCollection: list.map((api) => ({ api })) } : undefined;
}

function isNativeApi(value: Json): boolean {
  const isNamed = stringMember(value, "method") !== undefined && stringMember(value, "path") !== undefined;
  return (
    isNamed && ["requestBody", "responses", "parameters"].some((key) => isObject(value) && Object.hasOwn(value, key))
  );
}

function assignPaths(
  project: JsonObject,
  apis: readonly NativeApi[],
  schemas: NativeSchemas,
  shared: SharedResponses,
): PathLayers {
  const layers = new PathLayers();
  for (const native of apis) {
    const { path, server } = readNativePath(stringMember(native.api, "path") ?? "");
    const operation = renameReferences(readOperation(project, native, server, shared), schemas);
    layers.add(path, (stringMember(native.api, "method") ?? "get").toLowerCase(), operation);
  }
  return layers;
}

function readOperation(
  project: JsonObject,
  { api, folders, inherited }: NativeApi,
  server: string | undefined,
  shared: SharedResponses,
): JsonObject {
  const holders = [api, ...inherited];
  const servers = server === undefined ? readOwnServers(holders, project) : [{ url: server }];
  const settings = objectMember(project, "projectSetting") ?? {};
  const more = definedEntries([
    ["security", readNativeSecurity([...holders, settings], project)],
    ["servers", servers.length > 0 ? servers : undefined],
    ["x-apifox-folder", folders.length > 0 ? folders.join("/") : undefined],
    [pageKey, identify(api)],
  ]);
  const whole = markLike({ ...api, parameters: withCommonParameters(api, project) }, api);
  return markLike({ ...readNativeOperation(whole, shared), ...more }, api);
}

function identify(api: JsonObject): JsonObject {
  const id = scalarText(member(api, "id"));
  const title = stringMember(api, "name");
  return definedEntries([
    ["id", id],
    ["title", title],
  ]);
}

function assemble(
  project: JsonObject,
  paths: JsonObject,
  { schemas, others }: { readonly schemas: NativeSchemas; readonly others: ReadonlySet<string> },
): JsonObject {
  const info = objectMember(project, "info");
  const servers = readNativeServers(project, others);
  const openapi = {
    openapi: "3.1.0",
    info: { title: stringMember(info, "name") ?? "", version: "1.0.0" },
    ...(servers.length > 0 ? { servers } : {}),
    paths,
    components: definedEntries([
      ["schemas", schemas.components],
      ["securitySchemes", readSecuritySchemes(project, listUsedSchemes(paths))],
    ]),
  };
  return markLike(openapi, project);
}

/** Names of the security schemes that operations ask for. */
function listUsedSchemes(paths: JsonObject): ReadonlySet<string> {
  const operations = Object.values(paths).flatMap((item) => Object.values(item ?? {}));
  return new Set(
    operations.flatMap((operation) => arrayMember(operation, "security").filter(isObject).flatMap(Object.keys)),
  );
}
