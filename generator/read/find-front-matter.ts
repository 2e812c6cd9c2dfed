import type { Line } from "./split-lines.ts";

/** What stands between `---` lines at the top of a page that a crawler saved. */
export interface FrontMatter {
  readonly title?: string;
  /** Index behind its last line; 0 where there is none. */
  readonly end: number;
}

/** The front matter of a page. Only its title counts; the rest is about the crawl. */
export function findFrontMatter(lines: readonly Line[]): FrontMatter {
  if (lines[0]?.text.trim() !== "---") return { end: 0 };
  const length = lines.slice(1, 60).findIndex((line) => line.text.trim() === "---");
  if (length < 0) return { end: 0 };
  const titles = lines.slice(1, length + 1).flatMap((line) => /^title:\s*(\S.*)$/.exec(line.text.trim())?.[1] ?? []);
  const title = titles[0]?.replace(/^(["'])(.*)\1$/, "$2");
  return { end: length + 2, ...(title === undefined ? {} : { title }) };
}
