import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import type { Report } from "../diagnostic.ts";
import { fromEntries, type Json, type JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import { type Excerpt, placeIn, sourceOffset } from "./excerpt.ts";
import { isRounded } from "./is-rounded.ts";
import { maxDepth, maxNodes } from "./limits.ts";
import { MemberList } from "./member-list.ts";
import type { Parsed } from "./parsed.ts";
import { yamlPackage } from "./yaml-package.ts";

/** The plain value of a YAML tree, marked; undefined after a report. Recursion is bounded by the depth of the scan. */
export function readYamlNode(root: Node | null | undefined, excerpt: Excerpt, report: Report): Parsed | undefined {
  const reading = new YamlReading(excerpt, report);
  const value = reading.read(root);
  return reading.failed ? undefined : { value };
}

/**
 * The scan knows nothing of what aliases stand for: each may be as deep as the document, and hold another one. A pair in a flow
 * sequence is a level that it does not see either.
 */
const maxReadDepth = 2 * maxDepth;

/** One walk over a tree: anchors so far, and how much has been read. */
class YamlReading {
  readonly #yaml = yamlPackage();
  readonly #excerpt: Excerpt;
  readonly #report: Report;
  readonly #anchors = new Map<string, Node>();
  /** Anchors that are being read, for an alias inside of what it stands for would never end. */
  readonly #open = new Set<Node>();
  #nodes = 0;
  #rounded = false;
  #isTooDeep = false;
  failed = false;

  constructor(excerpt: Excerpt, report: Report) {
    this.#excerpt = excerpt;
    this.#report = report;
  }

  read(node: unknown): Json {
    this.#nodes += 1;
    if (this.#nodes === maxNodes + 1) this.#fail("too-many-values", `More than ${maxNodes} values.`, node);
    if (this.#nodes > maxNodes) return null;
    if (this.#yaml.isAlias(node)) return this.#readAlias(node.source, node);
    if (this.#yaml.isScalar(node)) return this.#readScalar(this.#remember(node));
    if (this.#yaml.isMap(node)) return this.#inside(this.#remember(node), (map) => this.#readMap(map));
    if (this.#yaml.isSeq(node)) return this.#inside(this.#remember(node), (list) => this.#readList(list));
    return null;
  }

  #remember<Kind extends Node>(node: Kind): Kind {
    if ("anchor" in node && typeof node.anchor === "string") this.#anchors.set(node.anchor, node);
    return node;
  }

  #inside<Kind extends Node>(node: Kind, read: (node: Kind) => Json): Json {
    if (this.#open.size >= maxReadDepth) return this.#failOfDepth(node);
    this.#open.add(node);
    const value = read(node);
    this.#open.delete(node);
    return value;
  }

  /** Said once: what is too deep is too deep in many places. */
  #failOfDepth(node: Node): null {
    if (this.#isTooDeep) return null;
    this.#isTooDeep = true;
    return this.#fail("nesting-too-deep", `The YAML nests deeper than ${maxReadDepth} levels, with its aliases.`, node);
  }

  #readAlias(name: string, alias: Node): Json {
    const target = this.#anchors.get(name);
    if (target === undefined)
      return this.#fail("invalid-yaml", `No anchor "&${name}" stands before this alias.`, alias);
    if (this.#open.has(target)) return this.#fail("invalid-yaml", "The alias stands inside of what it names.", alias);
    return this.read(target);
  }

  #readScalar(node: { value: unknown; source?: string | undefined }): Json {
    const { value } = node;
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (typeof value === "number" && Number.isFinite(value)) return this.#noteRounded(value, node);
    return this.#fail("number-not-finite", `"${node.source ?? ""}" is no number that JSON knows.`, node);
  }

  /** Said once: where there is one such number, there are more. */
  #noteRounded(value: number, node: { readonly source?: string | undefined }): number {
    const written = node.source ?? "";
    if (this.#rounded || !isRounded(written, value)) return value;
    this.#rounded = true;
    this.#report("number-rounded", `${written} is more than a number holds; it is read as ${value}.`, {
      place: placeIn(this.#excerpt, offsetOf(node)),
    });
    return value;
  }

  #readMap(map: YAMLMap): JsonObject {
    const members = new MemberList(this.#excerpt, this.#report);
    for (const pair of map.items) this.#readPair(pair, members);
    this.failed ||= members.failed;
    return mark(fromEntries(members.entries()), {
      source: this.#excerpt.source,
      start: this.#startOf(map),
      members: members.marks,
    });
  }

  #readPair(pair: Pair, members: MemberList): void {
    const { key, value } = pair;
    if (!this.#yaml.isScalar(key) && key !== null) {
      this.#fail("invalid-yaml", "A key that is a list, a mapping or an alias.", key);
      return;
    }
    // `200:` and `null:` are names here, written as they stand.
    const name = typeof key?.value === "string" ? key.value : (key?.source ?? "");
    const at = this.#startOf(key);
    members.add(name, this.read(value), at, value === null ? at : this.#startOf(value));
  }

  #readList(list: YAMLSeq): Json {
    const starts = new Map<string, readonly [number, number]>();
    const values = list.items.map((item, index) => {
      const at = this.#startOf(item);
      starts.set(String(index), [at, at]);
      return this.read(item);
    });
    return mark(values, { source: this.#excerpt.source, start: this.#startOf(list), members: starts });
  }

  #startOf(node: unknown): number {
    return sourceOffset(this.#excerpt, offsetOf(node));
  }

  #fail(
    code: "too-many-values" | "nesting-too-deep" | "invalid-yaml" | "number-not-finite",
    message: string,
    node: unknown,
  ): null {
    this.failed = true;
    this.#report(code, message, { place: placeIn(this.#excerpt, offsetOf(node)) });
    return null;
  }
}

function offsetOf(node: unknown): number {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return 0;
  const start: unknown = node.range[0];
  return typeof start === "number" ? start : 0;
}
