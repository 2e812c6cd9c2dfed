import type { JsonObject } from "../json.ts";

const word = "string|integer|number|boolean|object|array|null|any|file";

/** The source of a pattern for a type as rendered pages print it: `string`, `array[object {3}]`, `enum<string>`, `integer <int64>`, `string | null`. */
export const typePattern: string = `(?:(?:${word}|enum)(?:\\s?<[\\w-]+>){0,2}(?:\\s?\\[[^\\[\\]]*(?:\\[[^\\[\\]]*\\])?[^\\[\\]]*\\])?(?:\\s*\\{\\d+\\})?)`;

/** A reference to a model has the model's name behind it: `object (镜头控制)`. */
const wholeType = new RegExp(
  `^${typePattern}(?:\\s*\\|\\s*${typePattern}){0,6}(?:\\s\\([^()]{1,60}\\)(?:\\s\\{\\d+\\})?)?$`,
);

/** Whether a text is a type and nothing else. */
export function isTypeText(text: string): boolean {
  return wholeType.test(text);
}

/** A JSON Schema of a rendered type; `any`, and words that are no type, constrain nothing. */
export function readTypeText(text: string): JsonObject {
  const members = text.split("|").map((member) => readMember(member.trim()));
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only;
  const types = members.map((member) => member.type);
  return types.every((type) => typeof type === "string") ? { type: types } : { anyOf: members };
}

function readMember(text: string): JsonObject {
  const found = /^(\w+)(?:\s?<([\w-]+)>)?(?:\s?<[\w-]+>)?(?:\s?\[(.*)\])?/.exec(text);
  const [, name = "", parameter, items] = found ?? [];
  if (name === "array") return { type: "array", items: items === undefined ? {} : readMember(items) };
  if (name === "enum") return parameter === undefined ? {} : { type: parameter };
  if (name === "file") return { type: "string", format: "binary" };
  if (name === "any" || name === "") return {};
  return { type: name, ...(parameter === undefined ? {} : { format: parameter }) };
}
