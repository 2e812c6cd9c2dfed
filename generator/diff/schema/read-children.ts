import { isObject } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import { asSchema, type Conjunct, combinators, isNullOnly, membersOf } from "./expand-site.ts";
import { type Condition, further, type Group, type Located, type Shape, type Site, type Stated } from "./shape.ts";
import { keywordOf } from "./stated.ts";

type Children = Pick<
  Shape,
  "properties" | "required" | "children" | "maps" | "prefixItems" | "groups" | "nots" | "conditions"
>;

/** Keywords that hold one schema each. */
export const childKeywords = [
  "items",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "contains",
  "propertyNames",
  "contentSchema",
] as const;

/** Keywords that hold a schema for each key. */
export const mapKeywords = ["patternProperties", "dependentSchemas"] as const;

/** The schemas inside the conjuncts, where several speak of the same member as one site. */
export function readChildren(conjuncts: readonly Conjunct[]): Children {
  const prefixes = Math.max(0, ...conjuncts.map(({ schema }) => schema.prefixItems?.length ?? 0));
  return {
    properties: mapOf(conjuncts, "properties"),
    required: requiredOf(conjuncts),
    children: new Map(
      childKeywords
        .map((keyword) => [keyword, childOf(conjuncts, keyword)] as const)
        .filter(([, site]) => site.length > 0),
    ),
    maps: new Map(mapKeywords.map((keyword) => [keyword, mapOf(conjuncts, keyword)] as const)),
    prefixItems: Array.from({ length: prefixes }, (_, index) => prefixOf(conjuncts, index)),
    groups: conjuncts.flatMap(groupsOf),
    nots: conjuncts.flatMap((at) => notOf(at)),
    conditions: conjuncts.flatMap(conditionOf),
  };
}

function mapOf(conjuncts: readonly Conjunct[], keyword: string): ReadonlyMap<string, Site> {
  const sites = new Map<string, Located[]>();
  for (const at of conjuncts) {
    const members = keywordOf(at, keyword);
    if (!isObject(members)) continue;
    for (const [name, schema] of Object.entries(members)) {
      const located = {
        schema: asSchema(schema),
        pointer: under(at.pointer, keyword, name),
        label: at.label,
        path: further(at.path, name),
      };
      const site = sites.get(name);
      if (site === undefined) sites.set(name, [located]);
      else site.push(located);
    }
  }
  return sites;
}

function requiredOf(conjuncts: readonly Conjunct[]): ReadonlyMap<string, Stated<true>> {
  const names = new Map<string, Stated<true>>();
  for (const at of conjuncts) {
    const mined = at.schema["x-docket-origin"]?.required === "prose";
    if (!Array.isArray(at.schema.required)) continue;
    for (const name of at.schema.required) names.set(String(name), { value: true, at, key: "required", mined });
  }
  return names;
}

function childOf(conjuncts: readonly Conjunct[], keyword: string): Site {
  return conjuncts.flatMap((at) => {
    const schema = keywordOf(at, keyword);
    if (schema === undefined || schema === true) return [];
    return [
      {
        schema: asSchema(schema),
        pointer: under(at.pointer, keyword),
        label: at.label,
        path: further(at.path, suffixes.get(keyword) ?? keyword),
      },
    ];
  });
}

const suffixes: ReadonlyMap<string, string> = new Map([
  ["items", "[]"],
  ["unevaluatedItems", "[]"],
  ["contains", "[]"],
  ["additionalProperties", "*"],
  ["unevaluatedProperties", "*"],
]);

function prefixOf(conjuncts: readonly Conjunct[], index: number): Site {
  return conjuncts.flatMap((at) => {
    const schema = at.schema.prefixItems?.[index];
    if (schema === undefined) return [];
    return [
      {
        schema: asSchema(schema),
        pointer: under(at.pointer, "prefixItems", String(index)),
        label: at.label,
        path: further(at.path, `[${index}]`),
      },
    ];
  });
}

function groupsOf(at: Conjunct): readonly Group[] {
  return combinators.flatMap((keyword) => {
    const all = membersOf(at, keyword);
    const members = all.filter((one) => !isNullOnly(one.schema));
    // One member besides null is no choice: it was made a conjunct.
    if (members.length < 2) return [];
    return [{ keyword, at, members: members.map((one) => [one]), nullable: at.orNull || members.length < all.length }];
  });
}

function notOf(at: Conjunct): readonly Site[] {
  const { not } = at.schema;
  if (not === undefined || (isObject(not) && Object.keys(not).length === 0)) return [];
  return [[{ ...at, schema: asSchema(not), pointer: under(at.pointer, "not") }]];
}

function conditionOf(at: Conjunct): readonly Condition[] {
  const site = (keyword: "if" | "then" | "else"): Site | undefined => {
    const schema = keywordOf(at, keyword);
    return schema === undefined
      ? undefined
      : [{ ...at, schema: asSchema(schema), pointer: under(at.pointer, keyword) }];
  };
  const test = site("if");
  return test === undefined ? [] : [{ at, test, passed: site("then"), failed: site("else") }];
}
