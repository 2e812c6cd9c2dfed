import type { Report } from "../diagnostic.ts";
import { closestTo } from "../did-you-mean.ts";
import { arrayMember, isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { keyPlaceOf, placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";

/**
 * Holds a value of `docket.yaml` against the part of `docket.schema.json` that describes it, so that editors and the
 * command agree by construction. Knows the keywords that schema uses and no others. True when nothing was reported.
 */
export function checkValue(schema: JsonObject, value: Json, at: Spot, report: Report): boolean {
  if (!isOfType(schema, value)) {
    const wanted = typesOf(schema).join(" or ");
    report("config-invalid", `${at.name} must be ${article(wanted)}`, {
      place: at.place(),
      hint: stringMember(schema, "description"),
    });
    return false;
  }
  if (isObject(value)) return checkMembers(schema, value, at, report);
  if (Array.isArray(value)) return checkItems(schema, value, at, report);
  return checkText(schema, value, at, report);
}

/** What is being checked: its name in messages and where it stands. */
export interface Spot {
  readonly name: string;
  readonly place: () => ReturnType<typeof placeOf>;
}

function checkMembers(schema: JsonObject, value: JsonObject, at: Spot, report: Report): boolean {
  const known = objectMember(schema, "properties");
  const other = member(schema, "additionalProperties");
  let fine = true;
  for (const name of arrayMember(schema, "required")) {
    if (typeof name !== "string" || Object.hasOwn(value, name)) continue;
    report("config-invalid", `${at.name} needs ${quote(name)}`, { place: at.place() });
    fine = false;
  }
  for (const [name, inner] of Object.entries(value)) {
    const spot = { name: quote(name), place: () => placeOf(value, name) };
    const rule = objectMember(known, name) ?? (isObject(other) ? other : undefined);
    if (rule !== undefined) {
      fine = checkValue(rule, inner ?? null, spot, report) && fine;
    } else if (other === false) {
      const near = closestTo(name, Object.keys(known ?? {}));
      const hint =
        near === undefined ? `Known keys: ${Object.keys(known ?? {}).join(", ")}.` : `Did you mean ${quote(near)}?`;
      report("config-unknown-key", `${quote(name)} is no key of ${at.name}`, { place: keyPlaceOf(value, name), hint });
      fine = false;
    }
  }
  if (member(schema, "minProperties") === 1 && Object.keys(value).length === 0) {
    report("config-invalid", `${at.name} is empty`, { place: at.place(), hint: stringMember(schema, "description") });
    return false;
  }
  return fine;
}

function checkItems(schema: JsonObject, value: readonly Json[], at: Spot, report: Report): boolean {
  const rule = objectMember(schema, "items");
  if (rule === undefined) return true;
  const results = value.map((item, index) =>
    checkValue(
      rule,
      item,
      { name: `entry ${index + 1} of ${at.name}`, place: () => placeOf(value, String(index)) },
      report,
    ),
  );
  return results.every(Boolean);
}

function checkText(schema: JsonObject, value: Json, at: Spot, report: Report): boolean {
  const allowed = arrayMember(schema, "enum");
  if (allowed.length > 0 && !allowed.includes(value)) {
    const hint = `One of: ${allowed.join(", ")}.`;
    report("config-invalid", `${at.name} cannot be ${quote(String(value))}`, { place: at.place(), hint });
    return false;
  }
  if (value === "" && member(schema, "minLength") === 1) {
    report("config-invalid", `${at.name} is empty`, { place: at.place() });
    return false;
  }
  return true;
}

function isOfType(schema: JsonObject, value: Json): boolean {
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return typesOf(schema).includes(actual);
}

function typesOf(schema: JsonObject): readonly string[] {
  const type = member(schema, "type");
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
