import type { Report } from "../diagnostic.ts";
import { placeOf } from "../place.ts";
import { pageKey } from "../source-document.ts";
import { quote } from "../terminal-text.ts";
import { canonicalText } from "./canonical-text.ts";
import { withoutMembers } from "./edit-object.ts";
import type { PageOperation } from "./page-operation.ts";
import { comparePages, pageKeyOf } from "./page-order.ts";

/** One operation: the pages that document it, at least one of each gateway that offers it, oldest page first. */
export interface OperationGroup {
  readonly method: PageOperation["method"];
  readonly shape: string;
  readonly pages: readonly PageOperation[];
}

/**
 * Groups what pages document by method and path, whatever the path's parameters are called. Two pages of one gateway that nothing tells
 * apart are one page told twice, which is reported. Groups come in order of path and method.
 */
export function groupOperations(operations: readonly PageOperation[], report: Report): readonly OperationGroup[] {
  const groups = new Map<string, PageOperation[]>();
  for (const operation of [...operations].sort(comparePages)) {
    const key = `${operation.shape} ${operation.method}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const twin = group.find((known) => isSamePage(known, operation));
    if (twin === undefined) group.push(operation);
    else group.push(...admitTwin(operation, twin, report));
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, pages]) => pages.slice(0, 1).map(({ method, shape }) => ({ method, shape, pages })));
}

/** Pages with an id are the same by it; a page without one is the same as any of its gateway with its title. */
function isSamePage(one: PageOperation, other: PageOperation): boolean {
  if (one.gatewayId !== other.gatewayId) return false;
  if (one.page.id !== undefined && other.page.id !== undefined) return one.page.id === other.page.id;
  return pageKeyOf(one) === pageKeyOf(other) || one.page.title === other.page.title;
}

/**
 * A page met again. In the same words it counts once, whoever copied it. Kept in another form (a crawl beside an export), it is one page
 * told twice, and both tellings count. Told differently in one form, nobody can say which is right: both count too, with a warning.
 */
function admitTwin(operation: PageOperation, twin: PageOperation, report: Report): readonly PageOperation[] {
  const name = `${operation.method.toUpperCase()} ${quote(operation.path)}`;
  const place = placeOf(operation.operation) ?? { file: operation.file, line: 1, column: 1 };
  const where = operation.file === twin.file ? "twice in this document" : `here and in ${quote(twin.file)}`;
  const isRepeat = textOf(operation) === textOf(twin);
  if (isRepeat || formOf(operation) !== formOf(twin)) {
    report("repeated-page", `${name} stands ${where}; the page counts once.`, { place });
    return isRepeat ? [] : [{ ...operation, page: twin.page }];
  }
  const message = `${name} of gateway ${quote(operation.gatewayId)} is documented ${where}, in different words; both count.`;
  report("duplicate-operation", message, {
    place,
    hint: "Remove the one that is out of date, or give them to different gateways. Pages that differ on purpose need titles that differ.",
  });
  return [{ ...operation, page: twin.page }];
}

/** What a page says of the operation, whatever page it says it on. */
function textOf({ operation }: PageOperation): string {
  return canonicalText(withoutMembers(operation, [pageKey, "operationId"]));
}

/** The kind of file that holds the page. */
function formOf({ file }: PageOperation): string {
  return /\.[A-Za-z0-9]+$/.exec(file)?.[0].toLowerCase() ?? "";
}
