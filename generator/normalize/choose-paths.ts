import type { OperationGroup } from "./group-operations.ts";
import type { PageOperation } from "./page-operation.ts";
import { comparePages } from "./page-order.ts";

/**
 * Which spelling of a path its operations get, by shape: that of the oldest page. `/a/{id}` and `/a/{task_id}` are one path, and
 * OpenAPI allows it one spelling.
 */
export function choosePaths(groups: readonly OperationGroup[]): (shape: string) => string {
  const oldest = new Map<string, PageOperation>();
  for (const page of groups.flatMap((group) => group.pages)) {
    const known = oldest.get(page.shape);
    if (known === undefined || comparePages(page, known) < 0) oldest.set(page.shape, page);
  }
  return (shape) => oldest.get(shape)?.path ?? shape;
}
