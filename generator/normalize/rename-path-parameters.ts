import { type JsonObject, stringMember } from "../json.ts";
import { withMember } from "./edit-object.ts";
import type { PageOperation } from "./page-operation.ts";
import { parametersOf } from "./parameters-of.ts";
import { readPathTemplate } from "./path-template.ts";

/** The page with its path parameters named as in another spelling of the same path. */
export function renamePathParameters(page: PageOperation, path: string): PageOperation {
  if (page.path === path) return page;
  const own = readPathTemplate(page.path)?.names ?? [];
  const names = readPathTemplate(path)?.names ?? [];
  const parameters = parametersOf(page.operation).map((parameter): JsonObject => {
    const at = stringMember(parameter, "in") === "path" ? own.indexOf(stringMember(parameter, "name") ?? "") : -1;
    const name = names[at];
    return name === undefined ? parameter : withMember(parameter, "name", name);
  });
  return { ...page, path, operation: withMember(page.operation, "parameters", parameters) };
}
