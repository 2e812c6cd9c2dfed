import type { Report } from "../diagnostic.ts";
import { fromEntries, type Json, type JsonObject } from "../json.ts";
import { choosePaths } from "./choose-paths.ts";
import { groupOperations } from "./group-operations.ts";
import { mergeComponents } from "./merge-components.ts";
import { mergeGroup } from "./merge-group.ts";
import type { CleanPage } from "./page-operation.ts";

/**
 * One document of all pages. The same method and path across gateways is one operation that several gateways offer; within one
 * gateway its pages become alternatives. See docs/decisions/0003-merging-pages.md.
 */
export function mergePages(pages: readonly CleanPage[], report: Report): JsonObject {
  const merged = mergeComponents(pages, report);
  const groups = groupOperations(merged.operations, report);
  const schemas = new Map(merged.schemas);
  const paths = new Map<string, Map<string, Json>>();
  const pathOf = choosePaths(groups);
  for (const group of groups) {
    const path = pathOf(group.shape);
    const item = paths.get(path) ?? new Map<string, Json>();
    paths.set(path, item.set(group.method, mergeGroup({ ...group, path }, schemas, report)));
  }
  const items = [...paths].map(([path, item]): [string, JsonObject] => [path, fromEntries(item)]);
  return { paths: fromEntries(items), components: { schemas: fromEntries(schemas) } };
}
