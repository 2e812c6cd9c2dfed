import type { DumpSection } from "./dump-sections.ts";
import type { Line } from "./split-lines.ts";

/** What the overview of a native dump page says. */
export interface DumpOverview {
  /** In lower case, as OpenAPI keys are. */
  readonly method: string;
  readonly path: string;
  /** UTF-16 offset of the path in the document. */
  readonly offset: number;
}

/**
 * Method and path of the page: from the overview's table (`| Method | POST |`), its glued lines (`MethodPOST`,
 * printed twice by some crawlers) or its lines by twos, else from the `POST /path` line above. Undefined when none says.
 */
export function readDumpOverview(lines: readonly Line[], sections: readonly DumpSection[]): DumpOverview | undefined {
  const overview = sections.find(({ name }) => name === "overview");
  const rows = lines.slice(overview?.first ?? 0, overview?.end ?? 0);
  const method = readEntry(rows, "Method", /^[A-Za-z]+$/);
  const path = readEntry(rows, "Path", /^\S+$/);
  if (method !== undefined && path !== undefined) {
    return { method: method.value.toLowerCase(), path: withSlash(path.value), offset: path.offset };
  }
  return readRequestLine(lines);
}

interface Entry {
  readonly value: string;
  readonly offset: number;
}

function readEntry(rows: readonly Line[], name: string, shape: RegExp): Entry | undefined {
  const texts = rows.map((line) => line.text.trim());
  for (const [index, text] of texts.entries()) {
    const rest = restOf(text, name);
    if (rest === undefined) continue;
    const value = rest === "" ? (texts[index + 1] ?? "") : rest;
    const line = rows[rest === "" ? index + 1 : index];
    if (line === undefined || !shape.test(value)) continue;
    return { value, offset: line.start + line.text.lastIndexOf(value) };
  }
  return undefined;
}

/** What follows the name of an entry on its line: in a table row, glued to it, after a colon, or nothing. */
function restOf(text: string, name: string): string | undefined {
  const bare = text.replace(/^\|\s*/, "").replace(/\s*\|$/, "");
  if (!bare.startsWith(name)) return undefined;
  return bare.slice(name.length).replace(/^\s*[|:]?\s*/, "");
}

function readRequestLine(lines: readonly Line[]): DumpOverview | undefined {
  for (const line of lines) {
    const found = /^\s*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(\/\S*)\s*$/i.exec(line.text);
    const [, method, path] = found ?? [];
    if (method === undefined || path === undefined) continue;
    return { method: method.toLowerCase(), path, offset: line.start + line.text.indexOf(path) };
  }
  return undefined;
}

function withSlash(path: string): string {
  return path.startsWith("/") || /^https?:/.test(path) ? path : `/${path}`;
}
