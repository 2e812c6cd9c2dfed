import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Report } from "../diagnostic.ts";
import { fromEntries, type Json, type JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import { type Excerpt, placeIn, sourceOffset } from "./excerpt.ts";
import { isRounded } from "./is-rounded.ts";
import { maxDepth, maxLooseLength, maxNodes, maxParseErrors } from "./limits.ts";
import { MemberList } from "./member-list.ts";
import type { Parsed } from "./parsed.ts";
import { readPlainJson } from "./read-plain-json.ts";

/**
 * The value of JSON, marked with its places; undefined after a report. Commas before a closing bracket and comments, which
 * exports and editors leave behind, are read over with a warning. `__proto__` is a key like any other.
 */
export function parseJson(excerpt: Excerpt, report: Report): Parsed | undefined {
  if (excerpt.text !== excerpt.source.text) return parseLoosely(excerpt, report);
  const read = readPlainJson(excerpt.source, report);
  if ("parsed" in read) return read.parsed;
  if (excerpt.text.length <= maxLooseLength) return parseLoosely(excerpt, report);
  report("invalid-json", "The JSON cannot be read from here on, and is too long to be repaired.", {
    place: placeIn(excerpt, read.brokenAt),
    hint: "Correct it there, or export the document again.",
  });
  return undefined;
}

function parseLoosely(excerpt: Excerpt, report: Report): Parsed | undefined {
  const deep = findDeepNesting(excerpt.text);
  if (deep !== undefined) {
    report("nesting-too-deep", `The JSON nests deeper than ${maxDepth} levels here.`, {
      place: placeIn(excerpt, deep),
    });
    return undefined;
  }
  if (countCommas(excerpt.text) > maxNodes) {
    report("too-many-values", `More than ${maxNodes} values.`, { place: placeIn(excerpt, 0) });
    return undefined;
  }
  const root = parseStrictly(excerpt, report);
  return root === undefined ? undefined : readJsonTree(root, excerpt, report);
}

function parseStrictly(excerpt: Excerpt, report: Report): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(excerpt.text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first === undefined) return root;
  const left: ParseError[] = [];
  const forgiven = parseTree(excerpt.text, left, { disallowComments: false, allowTrailingComma: true });
  if (left.length > 0) {
    reportJsonErrors(errors, excerpt, report);
    return undefined;
  }
  report("repaired-json", "The JSON holds a trailing comma or a comment, which is read over.", {
    place: placeIn(excerpt, first.offset),
    hint: "Correct it there, or export the document again.",
  });
  return forgiven;
}

/** The plain value of a JSON syntax tree, marked; undefined after a report. */
export function readJsonTree(root: Node, excerpt: Excerpt, report: Report): Parsed | undefined {
  const reading = new JsonReading(excerpt, report);
  const value = reading.read(root);
  return reading.failed ? undefined : { value };
}

/** Offset at which brackets outside of strings nest too deep, found without recursion. */
export function findDeepNesting(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString && character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > maxDepth) return at;
  }
  return undefined;
}

/** Commas outside of strings: as many values at least, before a syntax tree of hundreds of megabytes is made of them. */
function countCommas(text: string): number {
  let commas = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString && character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (character === "," && !inString) commas += 1;
  }
  return commas;
}

function reportJsonErrors(errors: readonly ParseError[], excerpt: Excerpt, report: Report): void {
  for (const error of errors.slice(0, maxParseErrors)) {
    const what = printParseErrorCode(error.error)
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase();
    report("invalid-json", `The JSON cannot be read: ${what}.`, {
      place: placeIn(excerpt, error.offset),
      hint: "Correct it there, or export the document again.",
    });
  }
}

/** One walk over a syntax tree. Recursion is bounded by the depth of the scan. */
class JsonReading {
  readonly #excerpt: Excerpt;
  readonly #report: Report;
  #nodes = 0;
  #rounded = false;
  failed = false;

  constructor(excerpt: Excerpt, report: Report) {
    this.#excerpt = excerpt;
    this.#report = report;
  }

  read(node: Node): Json {
    this.#nodes += 1;
    if (this.#nodes === maxNodes + 1) this.#fail("too-many-values", `More than ${maxNodes} values.`, node);
    if (this.#nodes > maxNodes) return null;
    if (node.type === "object") return this.#readObject(node);
    if (node.type === "array") return this.#readArray(node);
    return this.#readScalar(node);
  }

  #readScalar(node: Node): Json {
    const value: unknown = node.value;
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (typeof value === "number" && Number.isFinite(value)) return this.#noteRounded(value, node);
    this.#fail("number-not-finite", "The number is too large to be one.", node);
    return null;
  }

  /** Said once: where there is one such number, there are more. */
  #noteRounded(value: number, node: Node): number {
    const written = this.#excerpt.text.slice(node.offset, node.offset + node.length);
    if (this.#rounded || !isRounded(written, value)) return value;
    this.#rounded = true;
    this.#report("number-rounded", `${written} is more than a number holds; it is read as ${value}.`, {
      place: placeIn(this.#excerpt, node.offset),
    });
    return value;
  }

  #readObject(node: Node): JsonObject {
    const members = new MemberList(this.#excerpt, this.#report);
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key === undefined || value === undefined) continue;
      members.add(String(key.value), this.read(value), this.#startOf(key), this.#startOf(value));
    }
    this.failed ||= members.failed;
    return mark(fromEntries(members.entries()), {
      source: this.#excerpt.source,
      start: this.#startOf(node),
      members: members.marks,
    });
  }

  #readArray(node: Node): Json {
    const starts = new Map<string, readonly [number, number]>();
    const values = (node.children ?? []).map((child, index) => {
      starts.set(String(index), [this.#startOf(child), this.#startOf(child)]);
      return this.read(child);
    });
    return mark(values, { source: this.#excerpt.source, start: this.#startOf(node), members: starts });
  }

  #startOf(node: Node): number {
    return sourceOffset(this.#excerpt, node.offset);
  }

  #fail(code: "too-many-values" | "number-not-finite", message: string, node: Node): void {
    this.failed = true;
    this.#report(code, message, { place: placeIn(this.#excerpt, node.offset) });
  }
}
