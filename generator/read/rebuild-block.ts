import { decodePercent } from "../decode-percent.ts";
import { accepts, type Lookahead } from "./accepts-line.ts";
import { findExampleEnd } from "./find-example-end.ts";
import { findObjectsEnd, itemsAfter } from "./find-objects-end.ts";
import { maxDepth } from "./limits.ts";
import { mayBelong } from "./may-belong.ts";
import { findSlot, type Slot } from "./openapi-grammar.ts";
import { type Frame, isMixins, openFrame } from "./rebuild-frame.ts";
import type { FreeData, RebuiltBlock } from "./rebuilt-block.ts";
import type { SchemaNode } from "./schema-node.ts";
import { findWitnessed, isWitness, type MovedProperties, moveProperties } from "./schema-witness.ts";
import type { Line } from "./split-lines.ts";
import { isUnclosedQuote, opensBlockScalar, readYamlLine, type YamlLine } from "./yaml-line.ts";

/** Gives each line of a block its column. Examples are only found here; `layoutExamples` orders their inside. */
export function rebuildBlock(lines: readonly Line[]): RebuiltBlock {
  const rebuilding = new Rebuilding(lines.map(trimmed).filter((line) => line.text !== ""));
  rebuilding.run();
  return rebuilding;
}

function trimmed(line: Line): Line {
  const text = line.text.trim();
  const start = line.start + line.text.indexOf(text);
  return { text, start, end: start + text.length };
}

interface FoundFrame {
  readonly frame: Frame;
  /** Its position on the stack. */
  readonly depth: number;
  readonly slot: Slot;
  /** Properties that the line shows to belong elsewhere. */
  readonly moved?: MovedProperties;
  /** Whether the line says which properties the frame's schema has. */
  readonly confirmed?: boolean;
}

class Rebuilding implements RebuiltBlock {
  readonly lines: readonly Line[];
  readonly indents: (number | undefined)[];
  readonly endings: Map<number, string> = new Map();
  readonly unplaced: number[] = [];
  readonly doubts: { line: number; message: string }[] = [];
  readonly examples: FreeData[] = [];
  readonly components: Map<string, SchemaNode> = new Map();
  readonly parsed: readonly YamlLine[];
  readonly #stack: Frame[] = [{ kind: "root", shape: "one", indent: 0, keys: new Map() }];

  readonly #referenced: ReadonlySet<string>;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    this.indents = lines.map(() => undefined);
    this.parsed = lines.map((line) => readYamlLine(line.text));
    this.#referenced = new Set(
      this.parsed.flatMap(({ key, value }) =>
        key === "$ref" && /\/(?:schemas|definitions)\/[^/]+$/.test(value) ? [referencedName(value)] : [],
      ),
    );
  }

  run(): void {
    for (let index = 0; index < this.lines.length && this.#stack.length <= maxDepth; ) index = this.#place(index);
  }

  /** Places the line, and what hangs on it; returns the index of the next line to place. */
  #place(index: number): number {
    const found = this.#findFrame(index);
    if (found === undefined) {
      this.unplaced.push(index);
      return index + 1;
    }
    if (found.moved !== undefined) moveProperties(this, found.moved, index);
    if (found.confirmed && found.frame.node !== undefined) found.frame.node.confirmed = true;
    this.#closeTo(found.depth);
    return this.#fill(found.frame, found.slot, index);
  }

  /** The innermost frame that takes the line; a list of names finds the schema that it is about. */
  #findFrame(index: number): FoundFrame | undefined {
    const ahead = this.#lookahead(index);
    const key = ahead.line.key ?? "";
    if (isWitness(key, ahead)) {
      const items = itemsAfter(this.parsed, index);
      const own = this.#stack.at(-1);
      const precedes = this.parsed[index + items.length + 1]?.key === "properties";
      const isOpen = own?.kind === "schema" && own.shape === "one" && !own.keys.has("properties");
      if (precedes && isOpen && own.node?.reference === undefined) {
        return { frame: own, depth: this.#stack.length - 1, slot: { kind: "scalar", shape: "list" } };
      }
      const witnessed = findWitnessed(this.#stack, key, items);
      if (witnessed !== undefined) return { ...witnessed, slot: { kind: "scalar", shape: "list" }, confirmed: true };
    }
    for (let depth = this.#stack.length - 1; depth >= 0; depth -= 1) {
      const frame = this.#stack[depth];
      if (frame === undefined || !mayBelong(this.#stack, depth, ahead)) continue;
      const slot = accepts(frame, ahead);
      if (slot !== undefined) return { frame, depth, slot };
    }
    return undefined;
  }

  #fill(frame: Frame, slot: Slot, index: number): number {
    const line = this.parsed[index];
    if (line === undefined) return index + 1;
    this.indents[index] = frame.indent;
    if (frame.shape === "list") return this.#fillItem(frame, index, line);
    const key = line.key ?? "";
    frame.keys.set(key, index);
    if (frame.shape === "map") return this.#fillNamed(frame, key, index, line);
    this.#learn(frame.node, key, line);
    return this.#open(slot, frame, key, index, line);
  }

  /** An item of a list: a scalar, or an object whose first key stands beside the dash. */
  #fillItem(list: Frame, index: number, line: YamlLine): number {
    const item = openFrame(list.kind, "one", list.indent + 2);
    if (list.kind === "scalar" || line.value.startsWith("*")) return this.#afterScalar(index, line, list.indent);
    this.#stack.push(item);
    if (line.key === undefined) return index + 1;
    item.keys.set(line.key, index);
    this.#learn(item.node, line.key, line);
    const slot = findSlot(list.kind, line.key) ?? ({ kind: "scalar", shape: "list" } as const);
    return this.#open(slot, item, line.key, index, line);
  }

  /** A name of a map, with the object under it. */
  #fillNamed(map: Frame, name: string, index: number, line: YamlLine): number {
    const object = openFrame(map.kind, "one", map.indent + 2);
    if (map.kind === "schema" && object.node !== undefined) {
      if (isMixins(map.under)) map.node?.mixins.add(name);
      else map.node?.properties.set(name, object.node);
      if (this.#stack.at(-2)?.kind === "components") this.components.set(name, object.node);
    }
    if (line.value !== "") return this.#afterScalar(index, line, map.indent);
    this.#stack.push(object);
    return index + 1;
  }

  /** Opens what stands under a key of an object. */
  #open(slot: Slot, frame: Frame, key: string, index: number, line: YamlLine): number {
    if (line.value !== "") return this.#afterScalar(index, line, frame.indent);
    if (slot.kind === "any") return this.#skipFreeData(frame, index);
    if (slot.kind === "scalar" && slot.shape === "one") return index + 1;
    this.#stack.push(openFrame(slot.kind, slot.shape, frame.indent + 2, { frame, key }));
    return index + 1;
  }

  /** What a line teaches about the schema it belongs to. */
  #learn(node: SchemaNode | undefined, key: string, { value }: YamlLine): void {
    if (node === undefined) return;
    if (key === "type" && /^[\w'"]+$/.test(value)) node.type = value.replace(/['"]/g, "");
    if (key === "$ref") node.reference = referencedName(value);
    if (key === "required" || /^x-ap\w+-orders$/.test(key)) node.confirmed = true;
  }

  /** The lines that continue a scalar: of a block scalar up to the next line that is a key here, of a quoted one up to its end. */
  #afterScalar(index: number, line: YamlLine, indent: number): number {
    let next = index + 1;
    if (opensBlockScalar(line.value)) {
      while (next < this.lines.length && !this.#endsText(next)) this.indents[next++] = indent + 4;
    } else if (isUnclosedQuote(line.value)) {
      const quote = line.value[0] ?? "";
      while (next < this.lines.length && !(this.lines[next]?.text ?? "").endsWith(quote))
        this.indents[next++] = indent + 4;
      if (next < this.lines.length) this.indents[next++] = indent + 4;
    }
    return next;
  }

  /** Whether text ends before a line: it is a key here, and what follows it is one too. A sentence may look like one key, hardly like two. */
  #endsText(index: number): boolean {
    if (this.#findFrame(index) === undefined) return false;
    const { value, dashes } = this.parsed[index] ?? { value: "", dashes: 0 };
    const isPlain = value !== "" && dashes === 0 && !opensBlockScalar(value) && !isUnclosedQuote(value);
    return !isPlain || index + 1 >= this.lines.length || this.#findFrame(index + 1) !== undefined;
  }

  /** Free data reaches to the next line that surely belongs to the frame around it. */
  #skipFreeData(frame: Frame, index: number): number {
    const isExample = frame.kind === "media" || frame.kind === "example" || frame.kind === "parameter";
    const stopped = isExample ? undefined : findObjectsEnd(this.#stack, frame, this.parsed, index + 1);
    let end = stopped ?? (isExample ? findExampleEnd(this.parsed, index + 1) : index + 1);
    if (!isExample && stopped === undefined)
      while (end < this.lines.length && ((this.parsed[end]?.dashes ?? 0) > 0 || this.#findFrame(end) === undefined))
        end += 1;
    const media = this.#stack.findLast((candidate) => candidate.kind === "media");
    this.examples.push({ key: index, end, indent: frame.indent, node: isExample ? media?.node : undefined });
    return end;
  }

  /** Closes the frames above a depth; several objects closing with nothing to confirm them leave a doubt. */
  #closeTo(depth: number): void {
    const closed = this.#stack.splice(depth + 1);
    const open = closed.filter((frame) => frame.under === "properties" && frame.keys.size > 0);
    const unconfirmed = open.filter((frame) => frame.node !== undefined && !frame.node.confirmed);
    const inner = unconfirmed.at(-1);
    if (unconfirmed.length < 2 || inner === undefined) return;
    const line = Math.max(...inner.keys.values());
    this.doubts.push({
      line,
      message: "Nothing tells which of the open objects the last properties belong to; the innermost gets them.",
    });
  }

  #lookahead(index: number): Lookahead {
    const line = this.parsed[index] ?? { dashes: 0, value: "", json: false };
    return { line, next: this.parsed[index + 1], afterNext: this.parsed[index + 2], referenced: this.#referenced };
  }
}

/** Name of the component that a reference names. */
function referencedName(value: string): string {
  const name =
    value
      .replace(/^['"]|['"]$/g, "")
      .split("/")
      .at(-1) ?? "";
  return decodePercent(name);
}
