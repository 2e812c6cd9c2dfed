import type { FreeData, RebuiltBlock } from "./rebuilt-block.ts";
import type { SchemaNode } from "./schema-node.ts";
import { isUnclosedQuote, opensBlockScalar, type YamlLine } from "./yaml-line.ts";

/** Gives the lines of examples their columns, now that all schemas are known. */
export function layoutExamples(block: RebuiltBlock): void {
  for (const example of block.examples) new Layout(block, example).run();
}

/** One example: where its schema knows the keys, it tells where an object ends; where it does not, only flat data is certain. */
class Layout {
  readonly #block: RebuiltBlock;
  readonly #example: FreeData;
  readonly #lines: readonly YamlLine[];
  #index: number;
  #lost = false;
  /** The lists around the current line: with which keys their objects may begin. */
  readonly #lists: Set<string>[] = [];
  /** The objects around the current line, innermost last: what their schemas expect, and what they have. */
  readonly #open: { readonly node: SchemaNode | undefined; readonly keys: Set<string> }[] = [];

  constructor(block: RebuiltBlock, example: FreeData) {
    this.#block = block;
    this.#example = example;
    this.#index = example.key + 1;
    this.#lines = block.parsed;
  }

  run(): void {
    const first = this.#lines[this.#index];
    if (first === undefined || this.#index >= this.#example.end) return;
    const { indent, node } = this.#example;
    if (first.dashes > 0) this.#readList(indent + 2, this.#resolve(node)?.items);
    else if (first.key !== undefined) this.#readObject(indent + 2, node);
    else this.#readText(indent + 2);
    if (this.#lost || this.#index < this.#example.end) this.#giveUp();
  }

  /** What follows cannot be told apart: it is left out, and the example holds what was certain. */
  #giveUp(): void {
    const line = this.#index;
    // What an extension of the tool holds is missed by nobody.
    const isExtension = this.#block.parsed[this.#example.key]?.key?.startsWith("x-") === true;
    if (!isExtension)
      this.#block.doubts.push({
        line,
        message:
          "The example's indentation is lost, and nothing tells what belongs inside of what; the rest of it is left out.",
      });
    for (let index = line; index < this.#example.end; index += 1) this.#block.indents[index] = undefined;
  }

  #readObject(indent: number, given: SchemaNode | undefined): void {
    const object = { node: this.#resolve(given), keys: new Set<string>() };
    this.#open.push(object);
    while (!this.#lost && this.#index < this.#example.end) {
      const line = this.#lines[this.#index];
      if (line?.key === undefined || line.dashes > 0 || !this.#belongs(line.key, object)) break;
      this.#readMember(line, line.key, indent, object);
    }
    this.#open.pop();
  }

  /** Whether a key goes on with an object: not when it has it already, and not when an outer object awaits it and this one does not. */
  #belongs(key: string, object: { node: SchemaNode | undefined; keys: Set<string> }): boolean {
    if (object.keys.has(key)) return false;
    if (object.node?.properties.has(key) === true) return true;
    const outer = this.#open.slice(0, -1);
    return !outer.some((candidate) => candidate.node?.properties.has(key) === true && !candidate.keys.has(key));
  }

  #readMember(
    line: YamlLine,
    key: string,
    indent: number,
    object: { node: SchemaNode | undefined; keys: Set<string> },
  ): void {
    object.keys.add(key);
    this.#block.indents[this.#index] = indent;
    this.#index += 1;
    if (line.value !== "") this.#continueScalar(line, indent);
    else this.#readNested(indent, object.node?.properties.get(key));
  }

  /** What stands below a key without a value: a list by its dashes, else an object. Without a schema nobody knows where it ends. */
  #readNested(indent: number, given: SchemaNode | undefined): void {
    const next = this.#lines[this.#index];
    const node = this.#resolve(given);
    if (next === undefined || this.#index >= this.#example.end) return;
    const key = this.#index - 1;
    if (next.dashes > 0) {
      if (next.key !== undefined && !isKnown(this.#resolve(node?.items))) this.#lose(key, " []");
      else this.#readList(indent + 2, node?.items);
    } else if (next.key !== undefined) {
      if (!isKnown(node)) this.#lose(key, " {}");
      else this.#readObject(indent + 2, node);
    }
  }

  #lose(key: number, value: string): void {
    this.#block.endings.set(key, value);
    this.#lost = true;
  }

  #readList(indent: number, given: SchemaNode | undefined): void {
    this.#lists.push(new Set(this.#resolve(given)?.properties.keys()));
    this.#readItems(indent, given);
    this.#lists.pop();
  }

  #readItems(indent: number, given: SchemaNode | undefined): void {
    while (!this.#lost && this.#index < this.#example.end) {
      const line = this.#lines[this.#index];
      if (line === undefined || line.dashes === 0) return;
      this.#block.indents[this.#index] = indent;
      if (line.key === undefined) {
        this.#index += 1;
        this.#continueScalar(line, indent);
      } else this.#readItem(line, line.key, indent, given);
    }
  }

  /** An object of a list, its first key beside the dash. */
  #readItem(line: YamlLine, key: string, indent: number, given: SchemaNode | undefined): void {
    const object = { node: this.#resolve(given), keys: new Set<string>() };
    this.#lists.at(-1)?.add(key);
    this.#open.push(object);
    this.#readMember(line, key, indent, object);
    this.#block.indents[this.#index - 1] ??= indent;
    while (!this.#lost && this.#index < this.#example.end) {
      const next = this.#lines[this.#index];
      if (next?.key === undefined || next.dashes > 0 || !this.#belongs(next.key, object)) break;
      this.#readMember(next, next.key, indent + 2, object);
    }
    this.#open.pop();
  }

  /** Lines of a block scalar go up to the next line that reads like a key someone awaits. */
  #continueScalar(line: YamlLine, indent: number): void {
    const isBlock = opensBlockScalar(line.value);
    const quote = isUnclosedQuote(line.value) ? (line.value[0] ?? "") : "";
    if (!isBlock && quote === "") return;
    while (this.#index < this.#example.end) {
      const text = this.#block.lines[this.#index]?.text ?? "";
      if (isBlock && this.#isAwaited(this.#lines[this.#index])) return;
      this.#block.indents[this.#index] = indent + 4;
      this.#index += 1;
      if (!isBlock && text.endsWith(quote)) return;
    }
  }

  #isAwaited(line: YamlLine | undefined): boolean {
    if (line?.key === undefined || line.json) return false;
    const { key } = line;
    // The next object of a list begins like one before it.
    if (line.dashes > 0) return this.#lists.some((keys) => keys.has(key));
    const known = this.#open.filter(({ node }) => isKnown(node));
    if (known.some(({ node, keys }) => node?.properties.has(key) === true && !keys.has(key))) return true;
    return known.length === 0 && /^[\w$.-]+$/.test(key) && !this.#open.some(({ keys }) => keys.has(key));
  }

  #readText(indent: number): void {
    for (; this.#index < this.#example.end; this.#index += 1) this.#block.indents[this.#index] = indent;
  }

  #resolve(node: SchemaNode | undefined): SchemaNode | undefined {
    return node?.reference === undefined ? node : (this.#block.components.get(node.reference) ?? node);
  }
}

function isKnown(node: SchemaNode | undefined): boolean {
  return node !== undefined && node.properties.size > 0;
}
