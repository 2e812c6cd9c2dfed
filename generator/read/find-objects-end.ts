import { findExampleEnd } from "./find-example-end.ts";
import { findSlot } from "./openapi-grammar.ts";
import type { Frame } from "./rebuild-frame.ts";
import type { YamlLine } from "./yaml-line.ts";

/**
 * Index of the line that ends a schema's own examples, where these are objects and so read like parts of a schema: the
 * list of names that is exactly what an open schema has so far (a property among the lines before would be missing from
 * it), or, behind the list of the body's own names, the example of the media type. Undefined where neither is found.
 */
export function findObjectsEnd(
  stack: readonly Frame[],
  frame: Frame,
  lines: readonly YamlLine[],
  start: number,
): number | undefined {
  const first = lines[start];
  if (first === undefined || first.dashes === 0 || first.key === undefined) return undefined;
  const limit = findExampleEnd(lines, start, start + maxExampleLines);
  if (frame.kind === "schema" && isOfMedia(stack, frame) && hasOrders(frame))
    return findMediaExample(lines, start, limit);
  for (let index = start; index <= limit && index < lines.length; index += 1) {
    if (!isOrders(lines[index])) continue;
    const names = new Set(itemsAfter(lines, index));
    return stack.some((open) => isExactly(open, names)) ? beforeRequired(lines, index) : undefined;
  }
  return undefined;
}

/** Longer examples end where the grammar says; looking further would be repeated for each of them. */
const maxExampleLines = 500;

/** The scalar items of the list whose key stands at an index, without their quotes. */
export function itemsAfter(lines: readonly YamlLine[], index: number): readonly string[] {
  const items: string[] = [];
  for (let at = index + 1; lines[at]?.dashes === 1; at += 1) {
    const { key, value = "" } = lines[at] ?? {};
    // An object behind the names is the next one of a list around them.
    if (key !== undefined && findSlot("schema", key) !== undefined) break;
    items.push((key === undefined ? value : `${key}:${value}`).replace(/^['"]|['"]$/g, ""));
  }
  return items;
}

function isOfMedia(stack: readonly Frame[], frame: Frame): boolean {
  return stack[stack.indexOf(frame) - 1]?.kind === "media";
}

function hasOrders({ keys }: Frame): boolean {
  return keys.has("x-apifox-orders") || keys.has("x-apidog-orders");
}

function findMediaExample(lines: readonly YamlLine[], start: number, limit: number): number | undefined {
  for (let index = start; index < limit; index += 1) {
    const line = lines[index];
    if (line?.dashes === 0 && /^examples?$/.test(line.key ?? "") && line.value === "") return index;
  }
  return limit;
}

function isOrders(line: YamlLine | undefined): boolean {
  return line?.key !== undefined && /^x-ap(?:ifox|idog)-orders$/.test(line.key) && line.value === "";
}

function isExactly({ kind, shape, keys, node }: Frame, names: ReadonlySet<string>): boolean {
  if (kind !== "schema" || shape !== "one" || node === undefined || !keys.has("properties")) return false;
  return node.properties.size === names.size && [...names].every((name) => node.properties.has(name));
}

/** A list of required names stands directly before the order. */
function beforeRequired(lines: readonly YamlLine[], orders: number): number {
  let index = orders - 1;
  while ((lines[index]?.dashes ?? 0) === 1 && lines[index]?.key === undefined) index -= 1;
  return lines[index]?.key === "required" && lines[index]?.value === "" ? index : orders;
}
