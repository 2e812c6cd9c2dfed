import type { Lookahead } from "./accepts-line.ts";
import type { Frame } from "./rebuild-frame.ts";
import type { SchemaNode } from "./schema-node.ts";

/** Properties that turned out to belong to an outer schema: all of `from`'s that begin at `line` or later. */
export interface MovedProperties {
  readonly from: Frame;
  readonly to: Frame;
  readonly names: readonly string[];
}

/** Whether a line begins a list of names that says which properties a schema has. */
export function isWitness(key: string, { line, next }: Lookahead): boolean {
  return (key === "required" || isOrder(key)) && line.value === "" && next?.dashes === 1;
}

function isOrder(key: string): boolean {
  return key === "x-apifox-orders" || key === "x-apidog-orders";
}

interface Candidate {
  readonly frame: Frame;
  readonly depth: number;
  readonly node: SchemaNode;
}

/**
 * The schema frame that a list of names belongs to: the innermost whose properties are these; or an outer one, when the
 * names it lacks are the last ones of an inner schema, which then never had them. Undefined when the names fit none.
 */
export function findWitnessed(
  stack: readonly Frame[],
  key: string,
  items: readonly string[],
): { frame: Frame; depth: number; moved?: MovedProperties } | undefined {
  const mixing = findMixing(stack, key, items);
  if (mixing !== undefined) return mixing;
  const names = items.filter((item) => !isUlid(item));
  const candidates = findCandidates(stack, key);
  const exact = candidates.find(
    ({ node }) => hasAll(node, names) && (!isOrder(key) || node.properties.size === names.length),
  );
  if (exact !== undefined) return exact;
  for (const candidate of candidates) {
    const moved = findMoved(stack, candidate, names);
    if (moved !== undefined) return { ...candidate, moved };
  }
  return candidates.find(({ node }) => hasAll(node, names));
}

/** The schema whose mixed-in models stand among the names. */
function findMixing(
  stack: readonly Frame[],
  key: string,
  items: readonly string[],
): { frame: Frame; depth: number } | undefined {
  const depth = stack.findLastIndex(
    ({ kind, shape, keys, node }) =>
      kind === "schema" && shape === "one" && !keys.has(key) && items.some((item) => node?.mixins.has(item) === true),
  );
  const frame = stack[depth];
  return frame === undefined ? undefined : { frame, depth };
}

/** Schemas with properties that do not have the key yet, the innermost first. */
function findCandidates(stack: readonly Frame[], key: string): readonly Candidate[] {
  return stack
    .flatMap((frame, depth): Candidate[] => {
      const { node } = frame;
      const fit = frame.kind === "schema" && frame.shape === "one" && hasProperties(frame) && !frame.keys.has(key);
      return fit && node !== undefined ? [{ frame, depth, node }] : [];
    })
    .reverse();
}

function hasProperties({ keys }: Frame): boolean {
  return keys.has("properties") || keys.has("x-apifox-overrides") || keys.has("x-apidog-overrides");
}

function hasAll(node: SchemaNode, names: readonly string[]): boolean {
  return names.every((name) => node.properties.has(name));
}

/** Identifiers of mixed-in models stand among the names. */
function isUlid(item: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(item);
}

function findMoved(stack: readonly Frame[], outer: Candidate, names: readonly string[]): MovedProperties | undefined {
  const missing = new Set(names.filter((name) => !outer.node.properties.has(name)));
  const to = mapOf(stack, outer.depth);
  if (missing.size === 0 || missing.size === names.length || to === undefined) return undefined;
  for (let depth = stack.length - 1; depth > outer.depth + 1; depth -= 1) {
    const from = stack[depth];
    if (from?.kind !== "schema" || from.shape !== "map" || from.under !== "properties") continue;
    const tail = [...from.keys.keys()].slice(-missing.size);
    if (tail.length === missing.size && tail.every((name) => missing.has(name))) return { from, to, names: tail };
  }
  return undefined;
}

/** The map of a schema's properties, which is open right above it. */
function mapOf(stack: readonly Frame[], depth: number): Frame | undefined {
  const frame = stack[depth + 1];
  return frame?.kind === "schema" && frame.shape === "map" && frame.under === "properties" ? frame : undefined;
}

/** Moves properties outwards: their lines, up to `end`, lose the columns that lie between the two maps. */
export function moveProperties(
  block: { readonly indents: (number | undefined)[]; readonly examples: readonly { key: number; indent: number }[] },
  { from, to, names }: MovedProperties,
  end: number,
): void {
  const start = Math.min(...names.map((name) => from.keys.get(name) ?? end));
  const shift = from.indent - to.indent;
  for (let index = start; index < end; index += 1) {
    const indent = block.indents[index];
    if (indent !== undefined) block.indents[index] = indent - shift;
  }
  for (const example of block.examples) if (example.key >= start && example.key < end) example.indent -= shift;
  for (const name of names) {
    const node = from.node?.properties.get(name);
    if (node !== undefined) to.node?.properties.set(name, node);
    to.keys.set(name, from.keys.get(name) ?? start);
    from.node?.properties.delete(name);
    from.keys.delete(name);
  }
}
