import type { Page } from "./page.ts";

/** How many pages an index such as `llms.txt` names; undefined when the document is something else: most lines of an index are links. */
export function countIndexedPages(page: Page): number | undefined {
  const lines = page.lines.filter((line) => line.text.trim() !== "" && !line.text.startsWith("#"));
  const links = lines.filter((line) => /^\s*[-*] .*\]\(https?:\/\/[^\s)]+\)/.test(line.text));
  return links.length >= 2 && links.length * 2 > lines.length ? links.length : undefined;
}
