import type { Kind, Slot } from "./openapi-grammar.ts";
import { emptyNode, type SchemaNode } from "./schema-node.ts";

/** An object, list or map of the document that is still open while its indentation is rebuilt. */
export interface Frame {
  readonly kind: Kind;
  readonly shape: Slot["shape"];
  /** Column of its keys, names or dashes. */
  readonly indent: number;
  /** Its keys or names so far, with the index of the line each stands on. */
  readonly keys: Map<string, number>;
  /** The schema it is, or whose properties or mixed-in models it holds. */
  readonly node?: SchemaNode;
  /** Key under which it stands, of an object that has several maps of schemas. */
  readonly under?: string;
}

/** A new frame under a key of another, or under a name or a dash. */
export function openFrame(
  kind: Kind,
  shape: Slot["shape"],
  indent: number,
  parent?: { frame: Frame; key: string },
): Frame {
  const shared = parent === undefined ? undefined : nodeUnder(parent.frame, parent.key);
  const node = shared ?? (shape === "one" && hasSchema(kind) ? emptyNode() : undefined);
  const under = parent === undefined ? {} : { under: parent.key };
  return { kind, shape, indent, keys: new Map(), ...(node === undefined ? {} : { node }), ...under };
}

/** Media types and parameters are known by their schema. */
function hasSchema(kind: Kind): boolean {
  return kind === "schema" || kind === "media" || kind === "parameter";
}

/** The node that a key shares with the frame it stands in: `properties` are the schema's own, `schema` is the media type's. */
function nodeUnder(frame: Frame, key: string): SchemaNode | undefined {
  if (key === "properties" || key === "schema" || isMixins(key) || key.endsWith("-overrides")) return frame.node;
  if (key !== "items" || frame.node === undefined) return undefined;
  frame.node.items = emptyNode();
  return frame.node.items;
}

/** Whether a key holds the models mixed into a schema. */
export function isMixins(key: string | undefined): boolean {
  return key === "x-apifox-refs" || key === "x-apidog-refs";
}
