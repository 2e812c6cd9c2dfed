import type { Json, JsonObject } from "../json.ts";
import type { YamlStrings } from "./yaml-strings.ts";

/**
 * A document as the `yaml` package prints it, byte for byte, in a twentieth of its time: plain data holds no comments, anchors
 * or tags to think of. Keys of more than 1,024 characters, which need a form of their own, are not for this.
 */
export function printYaml(document: JsonObject, strings: YamlStrings): string {
  const parts: string[] = [];
  printMembers(document, "", strings, parts);
  return parts.join("");
}

/** Members one below the other, the first where the printing stands. Recursion follows nesting, which normalizing has bounded. */
function printMembers(object: JsonObject, indent: string, strings: YamlStrings, parts: string[]): void {
  const inner = `${indent}  `;
  let between = "";
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (value === undefined) continue;
    parts.push(between, strings.key(key, inner), ":");
    printValue(value, inner, `\n${inner}`, strings, parts);
    between = `\n${indent}`;
  }
  if (between === "") parts.push("{}");
}

/** What comes after `key:` or `-`; a collection of its own lines begins with `before`. */
function printValue(value: Json, indent: string, before: string, strings: YamlStrings, parts: string[]): void {
  if (typeof value === "string") parts.push(" ", strings.value(value, indent));
  else if (typeof value !== "object" || value === null) parts.push(" ", printScalar(value));
  else if (isEmpty(value)) parts.push(Array.isArray(value) ? " []" : " {}");
  else {
    parts.push(before);
    if (isList(value)) printItems(value, indent, strings, parts);
    else printMembers(value, indent, strings, parts);
  }
}

function printItems(list: readonly Json[], indent: string, strings: YamlStrings, parts: string[]): void {
  const inner = `${indent}  `;
  let between = "-";
  for (const item of list) {
    parts.push(between);
    printValue(item, inner, " ", strings, parts);
    between = `\n${indent}-`;
  }
}

function printScalar(value: number | boolean | null): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

function isEmpty(value: readonly Json[] | JsonObject): boolean {
  return isList(value) ? value.length === 0 : Object.values(value).every((member) => member === undefined);
}
