import { arrayMember, isObject, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";

/** An API of a project, with the folders around it. */
export interface NativeApi {
  /** The API itself; the collection's own name for it is added where it has none. */
  readonly api: JsonObject;
  /** Names of the folders around it, outermost first, without the root. */
  readonly folders: readonly string[];
  /** The folders themselves, innermost first: what an API does not say itself, it inherits. */
  readonly inherited: readonly JsonObject[];
}

/** The APIs of a collection, in its order. Folders nest without bound, so they are walked without recursion. */
export function listNativeApis(collection: readonly Json[]): readonly NativeApi[] {
  const apis: NativeApi[] = [];
  const pending: { entry: Json; folders: readonly string[]; inherited: readonly JsonObject[] }[] = [];
  const push = (entries: readonly Json[], folders: readonly string[], inherited: readonly JsonObject[]): void => {
    for (const entry of entries.toReversed()) pending.push({ entry, folders, inherited });
  };
  push(collection, [], []);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { entry, folders, inherited } = next;
    const api = objectMember(entry, "api");
    if (api !== undefined) apis.push({ api: named(api, entry), folders, inherited });
    if (!isObject(entry)) continue;
    const name = stringMember(entry, "name") ?? "";
    const isRoot = folders.length === 0 && inherited.length === 0;
    push(arrayMember(entry, "items"), isRoot ? [] : [...folders, escapeFolder(name)], [entry, ...inherited]);
  }
  return apis;
}

function named(api: JsonObject, entry: Json): JsonObject {
  const name = stringMember(entry, "name");
  return name === undefined || Object.hasOwn(api, "name") ? api : { ...api, name };
}

/** In a folder path, `/` separates. */
function escapeFolder(name: string): string {
  return name.replaceAll("\\", "\\\\").replaceAll("/", "\\/");
}
