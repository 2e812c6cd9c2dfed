import type { Report } from "../diagnostic.ts";
import type { Document, Origin, Schema } from "../document.ts";
import type { Json } from "../json.ts";
import type { PlannedField } from "../plan.ts";
import { schemaRefName } from "../schema-ref.ts";
import { quote } from "../terminal-text.ts";
import { fitsSchema } from "./fits-schema.ts";
import { alternativesOf, flattenSchema } from "./flatten-schema.ts";
import { originOf } from "./origin-of.ts";
import type { PlanBudget } from "./plan-budget.ts";
import { planLimits, planTypes, planValues } from "./plan-constraints.ts";
import { resolveSchema } from "./resolve-schema.ts";

/** Where the fields stand, for looking up references and for diagnostics. */
export interface FieldContext {
  readonly document: Document;
  readonly report: Report;
  readonly pointer: string;
  readonly budget: PlanBudget;
}

/** The top-level fields of a flattened input, in its order; of alternatives, the fields that all of them have alike. */
export function planFields(input: Schema, context: FieldContext): readonly PlannedField[] {
  const [first, ...others] = alternativesOf(input, context.document, context.budget).map((alternative) =>
    planObjectFields(alternative, context),
  );
  const byName = others.map((fields) => new Map(fields.map((field) => [field.name, field])));
  return (first ?? []).flatMap((field) => {
    const alike = byName.map((fields) => fields.get(field.name));
    return alike.reduce<PlannedField | undefined>(commonField, field) ?? [];
  });
}

function planObjectFields(input: Schema, context: FieldContext): readonly PlannedField[] {
  const required = new Set(input.required);
  return Object.entries(input.properties ?? {}).flatMap(([name, schema]) =>
    context.budget.grants(1) ? planOuterField(name, schema, required.has(name), context) : [],
  );
}

function planOuterField(name: string, schema: Schema, required: boolean, context: FieldContext): PlannedField {
  const models = modelNames(schema, context.document);
  const members = planMembers(schema, context);
  return {
    ...planField(name, schema, required, context),
    ...(models.length === 0 ? {} : { models }),
    ...(members === undefined ? {} : { members }),
  };
}

function modelNames(schema: Schema, document: Document): readonly string[] {
  return [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => {
    if (one.$ref === undefined || !planTypes(resolveSchema(one, document), document).includes("object")) return [];
    return schemaRefName(one.$ref) ?? [];
  });
}

/** What is unfit in a member is left out without a word: no table holds members. */
const unheard: Report = () => undefined;

function planMembers(schema: Schema, context: FieldContext): PlannedField["members"] {
  const { items, ...whole } = resolveSchema(schema, context.document);
  const list = typeof items === "object";
  const { document, budget } = context;
  const shapes = alternativesOf(flattenSchema(list ? items : whole, document, budget), document, budget);
  const objects = shapes.filter(({ properties }) => properties !== undefined);
  const fields = new Map(
    objects.flatMap(({ properties = {}, required = [] }) => {
      const demanded = new Set(shapes.length === 1 ? required : []);
      const entries = budget.grants(countKeys(properties)) ? Object.entries(properties) : [];
      return entries.map(([name, property]) => {
        return [name, planField(name, property, demanded.has(name), { ...context, report: unheard })] as const;
      });
    }),
  );
  return fields.size === 0 ? undefined : { of: list ? "items" : "object", fields: [...fields.values()] };
}

function countKeys(object: object): number {
  return Object.keys(object).length;
}

function planField(name: string, property: Schema, required: boolean, context: FieldContext): PlannedField {
  const schema = resolveSchema(property, context.document);
  const found = planDefault(name, schema, context);
  const values = planValues(schema, context.document);
  return {
    name,
    ...(schema.description === undefined ? {} : { description: schema.description }),
    required,
    deprecated: schema.deprecated === true,
    types: planTypes(schema, context.document),
    ...(found === undefined ? {} : { default: found }),
    ...(schema["x-docket-defaults"] === undefined ? {} : { contested: schema["x-docket-defaults"] }),
    ...(values === undefined ? {} : { values }),
    limits: planLimits(schema),
  };
}

function planDefault(
  name: string,
  schema: Schema,
  { document, report, pointer }: FieldContext,
): { readonly value: Json; readonly origin: Origin } | undefined {
  const value = schema.default;
  if (value === undefined) return undefined;
  if (fitsSchema(value, schema, document)) return { value, origin: originOf(schema, "default") };
  report(
    "default-unfit",
    `The default ${quote(JSON.stringify(value))} of ${quote(name)} is no value that the field takes.`,
    {
      pointer,
      hint: "It is left out. Correct the page's default or its type with an overlay.",
    },
  );
  return undefined;
}

function commonField(a: PlannedField | undefined, b: PlannedField | undefined): PlannedField | undefined {
  if (a === undefined || b === undefined) return undefined;
  const same = <Key extends keyof PlannedField>(key: Key): boolean => JSON.stringify(a[key]) === JSON.stringify(b[key]);
  return {
    name: a.name,
    ...(a.description !== undefined && same("description") ? { description: a.description } : {}),
    required: a.required && b.required,
    deprecated: a.deprecated && b.deprecated,
    types: same("types") ? a.types : [],
    ...(a.default !== undefined && same("default") ? { default: a.default } : {}),
    ...(a.values !== undefined && same("values") ? { values: a.values } : {}),
    limits: same("limits") ? a.limits : [],
    ...(a.models !== undefined && same("models") ? { models: a.models } : {}),
    ...(a.members !== undefined && same("members") ? { members: a.members } : {}),
  };
}
