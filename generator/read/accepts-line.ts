import { findSlot, type Kind, type Slot } from "./openapi-grammar.ts";
import type { Frame } from "./rebuild-frame.ts";
import type { YamlLine } from "./yaml-line.ts";

/** What {@link accepts} may look at. */
export interface Lookahead {
  readonly line: YamlLine;
  readonly next: YamlLine | undefined;
  readonly afterNext: YamlLine | undefined;
  /** Names of the components that the document refers to. */
  readonly referenced: ReadonlySet<string>;
}

/**
 * The slot that a line would fill in a frame; undefined when the line cannot belong there. A line is held against the
 * grammar together with its successor: `content:` is a property where `type: string` follows, and a key where a media type does.
 */
export function accepts(frame: Frame, ahead: Lookahead): Slot | undefined {
  if (frame.shape === "list") return acceptsItem(frame, ahead);
  const { key, dashes } = ahead.line;
  if (key === undefined || dashes > 0 || frame.keys.has(key)) return undefined;
  if (frame.shape === "map") return acceptsName(frame.kind, key, ahead);
  const slot = findSlot(frame.kind, key);
  if (slot === undefined || !fits(slot, ahead)) return undefined;
  return frame.kind === "schema" && !fitsSchema(key, frame, ahead) ? undefined : slot;
}

const nothing: ReadonlySet<string> = new Set();

/** Items of scalars are taken only while nothing else is open; others by their first key. */
function acceptsItem(frame: Frame, { line, next }: Lookahead): Slot | undefined {
  if (line.dashes !== 1) return undefined;
  const { kind } = frame;
  if (kind === "scalar") return { kind, shape: "one" };
  if (line.key === undefined) return line.value === "" || isInline(line.value) ? { kind, shape: "one" } : undefined;
  if (kind === "security") return { kind, shape: "one" };
  const slot = findSlot(kind, line.key);
  return slot !== undefined && fits(slot, { line, next, afterNext: undefined, referenced: nothing })
    ? { kind, shape: "one" }
    : undefined;
}

function acceptsName(kind: Kind, key: string, { line, next }: Lookahead): Slot | undefined {
  if (!nameShape(kind, line.value).test(key) || /^x-ap(?:ifox|idog)-/.test(key) || line.json) return undefined;
  if (kind === "scalar") return line.value === "" ? undefined : { kind, shape: "one" };
  const inline = kind === "schema" ? /^(?:\{\}|\*\S+|null)$/ : /^(?:\{\}|\*\S+)$/;
  if (kind !== "example" && inline.test(line.value)) return { kind, shape: "one" };
  if (line.value !== "") return undefined;
  return next === undefined || startsObject(kind, next) ? { kind, shape: "one" } : undefined;
}

function nameShape(kind: Kind, value: string): RegExp {
  if (kind === "path-item") return /\//;
  if (kind === "response" && value !== "") return /^(?:[1-5](?:\d\d|XX)|default|x-.+)$/;
  return kind === "media" ? /^[\w*.+-]+\/[\w*.+-]+/ : /^/;
}

/** Whether a value has the form that a slot asks for. */
function fits(slot: Slot, { line, next, afterNext }: Lookahead): boolean {
  if (line.json) return false;
  const { kind, shape } = slot;
  if (kind === "any") return true;
  if (line.value !== "" && shape === "list") return /^(?:\[.*\]|\*\S+)$/.test(line.value);
  if (line.value !== "") return (kind === "scalar" && shape === "one") || isInline(line.value);
  if (next === undefined) return true;
  if (kind === "scalar" && shape === "one") return false;
  if (shape === "list") return next.dashes > 0 && startsItem(kind, next);
  if (shape === "one") return startsObject(kind, next);
  return (
    acceptsName(kind, next.key ?? "", { line: next, next: afterNext, afterNext: undefined, referenced: nothing }) !==
    undefined
  );
}

function startsItem(kind: Kind, line: YamlLine): boolean {
  if (kind === "scalar" || kind === "security" || (line.key === undefined && line.value === "")) return true;
  return startsObject(kind, { ...line, dashes: 0 });
}

/** Whether a line may be the first of an object of this kind. */
function startsObject(kind: Kind, line: YamlLine): boolean {
  if (line.dashes > 0 || line.key === undefined) return false;
  if (kind === "callback") return /[/{]/.test(line.key);
  const slot = findSlot(kind, line.key);
  if (slot === undefined || (slot.kind === "scalar" && slot.shape === "one" && line.value === "")) return false;
  return kind !== "schema" || line.key !== "type" || line.value === "" || isTypeWord(line.value);
}

/** What JSON Schema says beyond its grammar: only objects have properties, only arrays have items. */
function fitsSchema(key: string, { node, keys }: Frame, { line, next }: Lookahead): boolean {
  // A mixed-in model is a reference, not a schema of its own.
  if (keys.has("x-apifox-overrides") && /^(?:type|properties|x-ap\w+-orders)$/.test(key)) return false;
  if (/^x-ap\w+-ignore-properties$/.test(key))
    return [...keys.keys()].some((other) => /^x-ap\w+-(?:orders|refs)$|^properties$/.test(other));
  const isList = line.value !== "" || next === undefined || next.dashes > 0;
  if (/^(?:properties|required|additionalProperties|patternProperties|x-ap\w+-(?:orders|refs))$/.test(key)) {
    return node?.type === undefined || node.type === "object";
  }
  if (/^(?:min|max|unique)Items$/.test(key)) return node?.type === undefined || node.type === "array";
  if (/^(?:minLength|maxLength|pattern)$/.test(key)) return node?.type === undefined || node.type === "string";
  if (key === "items") return node?.type === undefined || node.type === "array";
  if (key === "type") return line.value === "" ? isList : isTypeWord(line.value);
  return /^(?:examples|default|const|enum)$/.test(key) ? isList : true;
}

function isTypeWord(value: string): boolean {
  return /^(?:['"]?[a-z]+['"]?|\[.*\])$/.test(value);
}

function isInline(value: string): boolean {
  return /^(?:\{.*\}|\[.*\]|\*\S+|true|false)$/.test(value);
}
