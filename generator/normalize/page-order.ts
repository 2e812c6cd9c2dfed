import type { PageOperation } from "./page-operation.ts";
import { safeName, shortHash } from "./safe-name.ts";

/**
 * What tells the pages of one operation apart: the API id of the documentation tool where the page states it, else its title.
 * Neither changes when files are renamed or read in another order.
 */
export function pageKeyOf({ page }: PageOperation): string {
  return page.id === undefined ? `title ${page.title ?? ""}` : `id ${page.id}`;
}

/**
 * A word for names that come from a page: its API id, else its title in Latin letters or, for want of them, a hash of it. Of several
 * operations the oldest counts.
 */
export function identityOf(operations: readonly PageOperation[]): string {
  const [oldest] = [...operations].sort(comparePages);
  if (oldest?.page.id !== undefined) return safeName(oldest.page.id, "page");
  const title = oldest?.page.title;
  return title === undefined || title === oldest?.path ? shortHash(oldest?.path ?? "") : titleWord(title);
}

function titleWord(title: string): string {
  const words = title.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  const isWhole = /^[\p{ASCII}]*$/u.test(title) && joined.length <= 40;
  return isWhole && joined !== "" ? joined : `${joined.slice(0, 40)}${shortHash(title)}`;
}

/** Orders pages by age: API ids grow, so a page that is added later comes last and takes no name from another. */
export function comparePages(one: PageOperation, other: PageOperation): number {
  return (
    compareIds(one.page.id, other.page.id) ||
    compareText(one.page.title ?? "", other.page.title ?? "") ||
    compareText(one.gatewayId, other.gatewayId) ||
    compareText(one.path, other.path) ||
    compareText(one.file, other.file)
  );
}

/** Orders texts by code units, the same on every machine. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function compareIds(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  // Ids are digits, and may be more of them than a number holds.
  return one.length - other.length || compareText(one, other);
}
