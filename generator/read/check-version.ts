import type { Report } from "../diagnostic.ts";
import { type JsonObject, scalarText } from "../json.ts";
import { marksOf, placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";

/**
 * The document with its version as a string: `openapi: 3.1` is a float in YAML, and `3.10` would lose its zero, so the
 * text as written counts. Undefined after a report when it is a version that Docket does not read.
 */
export function checkVersion(openapi: JsonObject, report: Report): JsonObject | undefined {
  const key = Object.hasOwn(openapi, "openapi") ? "openapi" : "swagger";
  const version = versionText(openapi, key);
  if (key === "openapi" ? /^3\.[0-2](?:\.|$)/.test(version) : /^2(?:\.0)*$/.test(version)) {
    return { ...openapi, [key]: key === "openapi" ? version : "2.0" };
  }
  report("unsupported-version", `${key} ${quote(version)} is not a version that Docket reads.`, {
    place: placeOf(openapi, key),
    hint: "Docket reads OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0.",
  });
  return undefined;
}

function versionText(openapi: JsonObject, key: string): string {
  const value = openapi[key];
  if (typeof value === "string") return value.trim();
  const marks = marksOf(openapi);
  const start = marks?.members?.get(key)?.[1];
  if (typeof value !== "number" || marks === undefined || start === undefined) return scalarText(value) ?? "";
  return /^[\d.]+/.exec(marks.source.text.slice(start, start + 20))?.[0] ?? scalarText(value) ?? "";
}
