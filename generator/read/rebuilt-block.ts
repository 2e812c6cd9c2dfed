import type { SchemaNode } from "./schema-node.ts";
import type { Line } from "./split-lines.ts";
import type { YamlLine } from "./yaml-line.ts";

/** A block whose lines have got a column again. */
export interface RebuiltBlock {
  readonly lines: readonly Line[];
  /** The same lines taken apart. */
  readonly parsed: readonly YamlLine[];
  /** Column per line; undefined for a line that is left out. */
  readonly indents: (number | undefined)[];
  /** Text to add at the end of a line: the value of a key whose own value is left out. */
  readonly endings: Map<number, string>;
  /** Lines that fit nowhere. */
  readonly unplaced: number[];
  readonly doubts: { readonly line: number; readonly message: string }[];
  /** Stretches of free data (examples), to be laid out once all schemas are known. */
  readonly examples: FreeData[];
  /** Component schemas by name. */
  readonly components: ReadonlyMap<string, SchemaNode>;
}

/** Lines of free data under a key, with the schema that they should follow. */
export interface FreeData {
  /** Index of the key's line. */
  readonly key: number;
  readonly end: number;
  /** Column of the key. */
  indent: number;
  readonly node: SchemaNode | undefined;
}
