import { maxPages } from "./limits.ts";
import { indentOf, type Line } from "./split-lines.ts";

/** An OpenAPI description in YAML or JSON inside of a page. */
export interface OpenapiBlock {
  /** Index of its first line. */
  readonly first: number;
  /** Index behind its last line. */
  readonly end: number;
  /** Whether every line lost its indentation when the page became text. */
  readonly trimmed: boolean;
}

/** The OpenAPI blocks of a page, in order: from each `openapi: 3…` line to the closing fence, or to where the site's own text resumes. */
export function findOpenapiBlocks(lines: readonly Line[]): readonly OpenapiBlock[] {
  const blocks: OpenapiBlock[] = [];
  for (let first = 0; first < lines.length && blocks.length < maxPages; first += 1) {
    if (!opensBlock(lines, first)) continue;
    const trimmed = isTrimmed(lines, first);
    const end = findEnd(lines, first, trimmed);
    blocks.push({ first, end, trimmed });
    first = end - 1;
  }
  return blocks;
}

/** A version line alone may be prose; one that `info` or `paths` follows is not. */
function opensBlock(lines: readonly Line[], first: number): boolean {
  if (!/^\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?\d/.test(lines[first]?.text ?? "")) return false;
  return lines.slice(first + 1, first + 12).some((line) => /^\s*(?:info|paths|servers|tags)\s*:/.test(line.text));
}

/** In a trimmed block, what stands under `paths` or `info` begins at the column of its parent; the first lines tell. */
function isTrimmed(lines: readonly Line[], first: number): boolean {
  const base = indentAt(lines, first);
  let parent = false;
  for (const line of lines.slice(first, first + linesThatTell)) {
    if (line.text.trim() === "") continue;
    if (indentOf(line) > base) return false;
    if (parent && /^\s*(?:["']?\/|title\s*:|description\s*:|version\s*:)/.test(line.text)) return true;
    parent = /^\s*(?:info|paths)\s*:\s*$/.test(line.text);
  }
  return false;
}

const linesThatTell = 60;

function indentAt(lines: readonly Line[], index: number): number {
  const line = lines[index];
  return line === undefined ? 0 : indentOf(line);
}

function findEnd(lines: readonly Line[], first: number, trimmed: boolean): number {
  const limit = findLimit(lines, first, trimmed);
  if (trimmed) return limit;
  const base = indentAt(lines, first);
  let end = limit;
  let ended = false;
  for (let index = first + 1; index < limit; index += 1) {
    const line = lines[index];
    if (line === undefined || line.text.trim() === "" || indentOf(line) > base) continue;
    if (topLevelKey.test(line.text)) {
      ended = false;
      end = limit;
    } else if (!ended && !/^\s*(?:#|- |-$|[\]}])/.test(line.text)) {
      // What follows may be the site's footer, or a broken line inside of the block: a later key of the block tells.
      ended = true;
      end = index;
    }
  }
  return end;
}

/** Where the block surely ends: at the fence that closes it, at the next block, or with the page. */
function findLimit(lines: readonly Line[], first: number, trimmed: boolean): number {
  const fence = openingFence(lines, first);
  let closed: number | undefined;
  for (let index = first + 1; index < lines.length; index += 1) {
    if (opensBlock(lines, index)) return closed ?? index;
    if (fence === undefined || lines[index]?.text.trimEnd() !== fence) continue;
    closed = index;
    // Without indentation, fences inside of descriptions look like the one that closes the block: that is the last one.
    if (!trimmed) return closed;
  }
  return closed ?? lines.length;
}

/** The fence that stands directly above, if any: only the same fence at the same column closes the block. */
function openingFence(lines: readonly Line[], first: number): string | undefined {
  for (let index = first - 1; index >= 0; index -= 1) {
    const text = lines[index]?.text ?? "";
    if (text.trim() === "") continue;
    return /^(\s*(?:`{3,}|~{3,}))\s*[\w-]*\s*$/.exec(text)?.[1];
  }
  return undefined;
}

/** Keys an OpenAPI document has at its root. */
const topLevelKey =
  /^\s*["']?(?:openapi|swagger|info|paths|components|servers|security|tags|externalDocs|webhooks|jsonSchemaDialect|host|basePath|schemes|consumes|produces|definitions|parameters|responses|securityDefinitions|x-[\w-]+)["']?\s*:/;
