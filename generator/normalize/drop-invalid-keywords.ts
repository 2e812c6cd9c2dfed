import type { Report } from "../diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { placeOf } from "../place.ts";
import { filterMembers } from "./edit-object.ts";

type Check = (value: Json) => boolean;

const isText: Check = (value) => typeof value === "string";
const isFlag: Check = (value) => typeof value === "boolean";
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && typeof value === "number" && value >= 0;
const isList: Check = (value) => Array.isArray(value);
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);

/** What the value of each keyword must be. Keywords that hold schemas have been checked by their shape already. */
const checks: ReadonlyMap<string, Check> = new Map([
  ...["$ref", "title", "description", "format", "pattern", "contentMediaType", "contentEncoding"].map(pair(isText)),
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map(pair(isNumber)),
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"].map(pair(isCount)),
  ...["minContains", "maxContains"].map(pair(isCount)),
  ...["deprecated", "readOnly", "writeOnly", "uniqueItems"].map(pair(isFlag)),
  pair((value) => isNumber(value) && Number(value) > 0)("multipleOf"),
  pair((value) => Array.isArray(value) && value.length > 0)("enum"),
  pair(isList)("examples"),
  pair(isTexts)("required"),
  pair((value) => isObject(value) && typeof value.propertyName === "string")("discriminator"),
]);

function pair(check: Check): (keyword: string) => [string, Check] {
  return (keyword) => [keyword, check];
}

/** Keywords whose bad value says nothing worth a warning. */
const silent = new Set(["title", "description", "format", "required", "deprecated", "enum", "examples"]);

/**
 * Drops keywords whose value cannot be meant: a string or NaN in a numeric position, an empty `enum`. A number in quotes is
 * dropped too and never converted, because such positions are written without quotes by careless generators.
 */
export function dropInvalidKeywords(schema: JsonObject, report: Report, pointer: () => string): JsonObject {
  return filterMembers(schema, (keyword, value) => {
    const check = checks.get(keyword);
    // `required: true` on a property is an older way of writing, which `adoptRequiredFlags` reads.
    if (check === undefined || check(value) || (keyword === "required" && typeof value === "boolean")) return true;
    if (!silent.has(keyword)) {
      report("invalid-keyword", `The value of ${keyword} cannot be meant so; the keyword is left out.`, {
        place: placeOf(schema, keyword),
        pointer: `${pointer()}/${keyword}`,
      });
    }
    return false;
  });
}
