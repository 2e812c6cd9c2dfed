import type { Report } from "../diagnostic.ts";
import { fromEntries, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";
import { describeSchema } from "./prose/described-schema.ts";
import { maxProseLength } from "./prose/mine-prose.ts";
import type { MinedFact, MinedKeyword } from "./prose/mined-prose.ts";
import { rememberMined } from "./prose/remember-mined.ts";
import { type Described, reportConflicts, reportSettled } from "./prose/report-prose.ts";
import { settleKnownValues } from "./prose/settle-known-values.ts";

/** How much prose of one document is read, in UTF-16 units. */
const maxDocumentProse = 2_000_000;

interface Miner {
  readonly document: JsonObject;
  readonly report: Report;
  /** Units of prose that may still be read. */
  budget: number;
}

/**
 * Adds to each schema what its description states and the schema does not: default, ranges, lengths, known values, each with
 * origin `prose`. A parameter's own description counts for its schema. Of an answer only known values are taken: its defaults
 * and ranges bind nobody. Descriptions stay as they are.
 */
export function mineDescriptions(document: JsonObject, report: Report): JsonObject {
  const miner: Miner = { document, report, budget: maxDocumentProse };
  return mapDocument(document, {
    parameter: (parameter, at) => mineParameter(miner, parameter, at),
    schema: (schema, at) =>
      Object.hasOwn(schema, "description")
        ? mineSchema(miner, schema, { owner: schema, name: at.key, pointer: pointerOf(at) }, isAnswer(at))
        : schema,
  });
}

function mineParameter(miner: Miner, parameter: JsonObject, at: At): JsonObject {
  const schema = objectMember(parameter, "schema");
  if (schema === undefined) return parameter;
  const described = { owner: parameter, name: stringMember(parameter, "name") ?? at.key, pointer: pointerOf(at) };
  const mined = mineSchema(miner, schema, described, "sent");
  return mined === schema ? parameter : { ...parameter, schema: mined };
}

/** Whether the schema is one of a response; shared components may be both and count as sent. */
function isAnswer(at: At): "answer" | "sent" {
  const keys: string[] = [];
  for (let up: At | undefined = at; up?.parent !== undefined; up = up.parent) keys.unshift(up.key);
  const [root, second, , fourth] = keys;
  const inOperation = root === "paths" && fourth === "responses";
  return inOperation || (root === "components" && second === "responses") ? "answer" : "sent";
}

function mineSchema(miner: Miner, schema: JsonObject, described: Described, direction: "answer" | "sent"): JsonObject {
  const description = stringMember(described.owner, "description");
  if (description === undefined || description === "" || Object.hasOwn(schema, "const")) return schema;
  if (!spend(miner, description, described)) return schema;
  const { type, declared, mayAdd } = describeSchema(schema, miner.document);
  const { facts, conflicts } = rememberMined(description, { type, declared });
  const added = facts.filter(({ keyword }) => mayAdd(keyword) && (direction === "sent" || keyword === "enum"));
  if (direction === "sent")
    reportConflicts(
      miner.report,
      described,
      conflicts.filter(({ keyword }) => mayAdd(keyword)),
    );
  const fallback = declared.default ?? facts.find(({ keyword }) => keyword === "default")?.value;
  const values = added.map((fact): [MinedKeyword, Json] => [
    fact.keyword,
    settledValue(miner, fact, described, { type, fallback }),
  ]);
  return values.length === 0 ? schema : withMined(schema, values);
}

/** Takes the description from what may still be read, and says once when something stays unread. */
function spend(miner: Miner, description: string, { owner, name, pointer }: Described): boolean {
  const before = miner.budget;
  miner.budget -= Math.min(description.length, maxProseLength);
  if (miner.budget >= 0 && description.length <= maxProseLength) return true;
  if (before >= 0)
    miner.report(
      "prose-too-long",
      `${quote(name)}: the description is longer than what is read for defaults, ranges and values.`,
      {
        place: placeOf(owner, "description"),
        pointer,
      },
    );
  return miner.budget >= 0;
}

interface Context {
  readonly type: string | readonly string[] | null;
  readonly fallback: Json | undefined;
}

function settledValue(miner: Miner, fact: MinedFact, described: Described, { type, fallback }: Context): Json {
  if (fact.keyword !== "enum" || !Array.isArray(fact.value)) return fact.value;
  const settled = settleKnownValues(fact.value, fallback);
  reportSettled(miner.report, described, fact, settled);
  return Array.isArray(type) && type.includes("null") ? [...settled.values, null] : [...settled.values];
}

function withMined(schema: JsonObject, values: readonly (readonly [MinedKeyword, Json])[]): JsonObject {
  const origins = fromEntries(values.map(([keyword]): [string, Json] => [keyword, "prose"]));
  return {
    ...schema,
    ...fromEntries(values),
    "x-docket-origin": { ...objectMember(schema, "x-docket-origin"), ...origins },
  };
}
