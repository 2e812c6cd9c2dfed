import { accepts, type Lookahead } from "./accepts-line.ts";
import { type Frame, isMixins } from "./rebuild-frame.ts";
import { opensBlockScalar } from "./yaml-line.ts";

/**
 * Whether a line that the frame at a depth would take should go to it, seen with the frames around it. The grammar alone
 * gives a line to the innermost frame; these are the cases where tools mean an outer one.
 */
export function mayBelong(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  const frame = stack[depth];
  const key = ahead.line.key ?? "";
  if (frame === undefined) return false;
  if (frame.shape === "list" && frame.kind === "scalar") return mayBeItem(stack, depth, ahead);
  // What a page says of its operation is not said of the operations that call back.
  if (frame.kind === "operation" && key.startsWith("x-")) return stack[depth - 2]?.kind !== "callback";
  if (frame.kind !== "schema") return true;
  if (frame.shape === "map") return mayBeProperty(stack, depth, ahead);
  if (/^x-ap\w+-ignore-properties$/.test(key) && isMixins(stack[depth - 1]?.under)) return false;
  // Only the component itself has a folder; everything inside of it leaves the key to the operation or the component.
  if (/^x-ap\w+-folder$/.test(key)) return stack[depth - 2]?.kind === "components";
  if (annotations.has(key) && isSaidOfParent(stack, depth, ahead)) return false;
  return key !== "example" || !isMeantForMediaType(stack, frame, ahead);
}

/** A list of scalars goes on only while nothing else is open, and leaves objects to a list of objects around it. */
function mayBeItem(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  if (depth !== stack.length - 1) return false;
  if (ahead.line.key === undefined) return true;
  return !stack.some(
    (other) => other.shape === "list" && other.kind !== "scalar" && accepts(other, ahead) !== undefined,
  );
}

/** A name under `properties` is a property, unless it is the next component that the document refers to. */
function mayBeProperty(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  const components = stack[2];
  const isComponent = components?.kind === "schema" && components.under === "schemas" && depth > 2;
  if (isComponent && ahead.referenced.has(ahead.line.key ?? "") && accepts(components, ahead) !== undefined)
    return false;
  if (/^[1-5]\d\d$/.test(ahead.line.key ?? "") && isNextResponse(stack, depth, ahead)) return false;
  return !/^[{[]/.test(ahead.line.value) || !isKeyOfOuter(stack, depth, ahead);
}

/** A status code below the schema of a response is the next response, hardly ever a property. */
function isNextResponse(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  return stack
    .slice(0, depth)
    .some((outer) => outer.kind === "response" && outer.shape === "map" && accepts(outer, ahead) !== undefined);
}

/** `headers: {}` and its like end a response more often than they are a property without any schema. */
function isKeyOfOuter(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  return stack
    .slice(0, depth)
    .some((outer) => outer.kind !== "schema" && outer.shape === "one" && accepts(outer, ahead) !== undefined);
}

const annotations: ReadonlySet<string> = new Set([
  ...["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"],
  ...["minItems", "maxItems", "uniqueItems"],
]);

/**
 * Tools write what they say of a list behind its `items`, and some what they say of a parameter behind its `schema`:
 * there it looks as if it were said of the inner one.
 */
function isSaidOfParent(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  const frame = stack[depth];
  const parent = stack[depth - 1];
  if (frame === undefined || parent === undefined || frame.keys.size === 0) return false;
  const last = [...parent.keys.keys()].at(-1);
  const isItems = parent.kind === "schema" && parent.shape === "one" && last === "items";
  const isParameter = parent.kind === "parameter" && last === "schema";
  return (isItems || isParameter) && accepts(parent, ahead) !== undefined;
}

/** An example on several lines is one of the media type or the parameter, as long as that has none; only text may be a text's own. */
function isMeantForMediaType(stack: readonly Frame[], frame: Frame, { line }: Lookahead): boolean {
  const isText = opensBlockScalar(line.value);
  return (line.value === "" || (isText && frame.node?.type !== "string")) && stack.some(awaitsExample);
}

function awaitsExample(frame: Frame): boolean {
  return (frame.kind === "media" || frame.kind === "parameter") && frame.shape === "one" && !frame.keys.has("example");
}
