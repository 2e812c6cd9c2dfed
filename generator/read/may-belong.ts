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
  if (frame.kind === "parameter") return mayBeHeader(stack, depth, ahead);
  if (frame.kind !== "schema") return true;
  if (frame.shape === "map") return mayBeProperty(stack, depth, ahead);
  if (/^x-ap\w+-ignore-properties$/.test(key) && isMixins(stack[depth - 1]?.under)) return false;
  // Only the component itself has a folder; everything inside of it leaves the key to the operation or the component.
  if (/^x-ap\w+-folder$/.test(key)) return stack[depth - 2]?.kind === "components";
  if (ofObjects.has(key) && isModelInList(stack, depth, ahead)) return false;
  if (annotations.has(key) && isSaidOfParent(stack, depth, ahead)) return false;
  return key !== "example" || !isMeantForMediaType(stack, frame, ahead);
}

/** Below the headers of a response, what a response has is no header, and a header with a schema has no content. */
function mayBeHeader(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  const frame = stack[depth];
  const key = ahead.line.key ?? "";
  if (frame?.shape === "one") return key !== "content" || !frame.keys.has("schema");
  if (frame?.shape !== "map" || frame.under !== "headers") return true;
  return (
    !/^(?:content|headers|description|[1-5]\d\d|x-ap(?:ifox|idog)-\w+)$/.test(key) ||
    !isKeyOfOuter(stack, depth, ahead, "any")
  );
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
  const isNext = ahead.referenced.has(ahead.line.key ?? "") || isNamedAsComponent(components, stack[depth], ahead);
  if (isComponent && isNext && accepts(components, ahead) !== undefined) return false;
  if (/^[1-5]\d\d$/.test(ahead.line.key ?? "") && isNextResponse(stack, depth, ahead)) return false;
  return !/^[{[]/.test(ahead.line.value) || !isKeyOfOuter(stack, depth, ahead);
}

/** An object in capitals among properties in small letters is the next component, where all components begin with capitals. */
function isNamedAsComponent(components: Frame | undefined, properties: Frame | undefined, ahead: Lookahead): boolean {
  const { line, next, afterNext } = ahead;
  if (!/^[A-Z]\w*[a-z]/.test(line.key ?? "")) return false;
  const isObject = next?.key === "type" && next.value === "object" && ofModels.test(afterNext?.key ?? "");
  if (!isObject && !line.value.startsWith("*")) return false;
  return hasAll(components, /^[A-Z]/) && hasAll(properties, /^[a-z_]/);
}

const ofModels = /^(?:properties|required|description)$/;

function hasAll(frame: Frame | undefined, names: RegExp): boolean {
  return frame !== undefined && frame.keys.size > 0 && [...frame.keys.keys()].every((name) => names.test(name));
}

/** A status code below the schema of a response is the next response, hardly ever a property. */
function isNextResponse(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  return stack
    .slice(0, depth)
    .some((outer) => outer.kind === "response" && outer.shape === "map" && accepts(outer, ahead) !== undefined);
}

/** `headers: {}` and its like end a response more often than they are a property without any schema. */
function isKeyOfOuter(stack: readonly Frame[], depth: number, ahead: Lookahead, shape: "one" | "any" = "one"): boolean {
  const isOf = (outer: Frame): boolean => outer.kind !== "schema" && (shape === "any" || outer.shape === shape);
  return stack.slice(0, depth).some((outer) => isOf(outer) && accepts(outer, ahead) !== undefined);
}

const ofObjects: ReadonlySet<string> = new Set(["type", "properties", "required"]);

/** In a list of alternatives, an item that is a reference is nothing but that: what an object has is said of the one with the list. */
function isModelInList(stack: readonly Frame[], depth: number, ahead: Lookahead): boolean {
  const list = stack[depth - 1];
  const parent = stack[depth - 2];
  const isModel = stack[depth]?.node?.reference !== undefined && list?.shape === "list";
  return isModel && parent !== undefined && accepts(parent, ahead) !== undefined;
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
  // Said twice in a row, it is said of the inner one first.
  if (ahead.next?.key === ahead.line.key) return false;
  // One value is no default of a list.
  if (ahead.line.key === "default" && /^[^[]/.test(ahead.line.value) && frame.node?.type !== "array") return false;
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
