import type { Plan, PlannedEndpoint, PlannedField } from "../plan.ts";
import { describeRange } from "./describe-range.ts";
import { markdownTable } from "./markdown-table.ts";
import { markdownCode, markdownText } from "./text/markdown-text.ts";
import { isForeign } from "./type-names.ts";

/** Longer lists (voices, languages) would hide the rest of the table; the types hold them all. */
const mostValues = 24;

/** The section of an endpoint in the README: its description, and a table of its fields. */
export function endpointReference(endpoint: PlannedEndpoint, { models }: Pick<Plan, "models">): string {
  const nameOf = modelNames(models);
  const { id, title, description, documentation, gateways, fields } = endpoint;
  const link = documentation === undefined ? "" : ` Documentation: <${documentation}>`;
  return [
    `### ${markdownCode(id)}`,
    ...(title === id ? [] : [`**${markdownText(title)}**`]),
    ...(description === undefined ? [] : [`> ${markdownText(description)}`]),
    `Offered by ${gateways.map(markdownCode).join(", ")}.${link}`,
    ...(fields.length === 0
      ? []
      : [
          markdownTable(
            ["field", "type", "default", "allowed", "origin"],
            fields.flatMap((field) => fieldRows(field, nameOf)),
          ),
        ]),
  ].join("\n\n");
}

/** What the README calls a component: its type, and the name that its document has for it where that is in another script. */
type ModelNames = ReadonlyMap<string, string>;

function modelNames(models: Plan["models"]): ModelNames {
  return new Map(
    models.map(({ name, typeName, schema }) => {
      const own = isForeign(schema.title) ? ` (${markdownText(schema.title)})` : "";
      return [name, `${markdownCode(typeName)}${own}`];
    }),
  );
}

/** The row of a field, then those of its members: `style`, `style.name`; `loras`, `loras[].path`. */
function fieldRows(field: PlannedField, nameOf: ModelNames): readonly (readonly string[])[] {
  const { name, members } = field;
  const prefix = `${name}${members?.of === "items" ? "[]" : ""}.`;
  const inner = (members?.fields ?? []).map((member) => fieldRow({ ...member, name: prefix + member.name }, nameOf));
  return [fieldRow(field, nameOf), ...inner];
}

function fieldRow(field: PlannedField, nameOf: ModelNames): readonly string[] {
  const { name, required, description } = field;
  const text = description === undefined ? "" : `<br>${markdownText(description)}`;
  return [
    `${markdownCode(name)}${required ? " (required)" : ""}${text}`,
    typeText(field, nameOf),
    defaultText(field),
    allowed(field),
    origins(field),
  ];
}

/** Types, objects by the names under which the package exports them. */
function typeText({ types, models = [] }: PlannedField, nameOf: ModelNames): string {
  const names = models.flatMap((model) => nameOf.get(model) ?? []);
  const shown = types.flatMap((type) => (type === "object" && names.length > 0 ? names : type));
  return shown.join(", ") || names.join(", ") || "any";
}

function defaultText({ default: found, contested = [] }: PlannedField): string {
  if (found !== undefined) return markdownCode(JSON.stringify(found.value));
  return contested
    .map(({ value, gateways }) => `${markdownCode(JSON.stringify(value))} (${gateways.map(markdownText).join(", ")})`)
    .join(", ");
}

function allowed({ values, limits }: PlannedField): string {
  const list = values?.list ?? [];
  const shown = list.slice(0, mostValues).map((value) => markdownCode(JSON.stringify(value)));
  const more = list.length > mostValues ? [`${list.length - mostValues} more`] : [];
  const open = values?.open === true ? ["or another"] : [];
  const schema = Object.fromEntries(limits.map(({ keyword, value }) => [keyword, value]));
  const ranges = describeRange(schema).map(({ label, text }) =>
    label === "Range" ? text : `${label.toLowerCase()} ${text}`,
  );
  return [...ranges, ...shown, ...more, ...open].join(", ");
}

/** One origin when all agree, else one for each part: `default prose, range schema`. */
function origins(field: PlannedField): string {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ["default", field.contested === undefined ? field.default?.origin : "gateways differ"],
    ["values", field.values?.origin],
    ...field.limits.map(({ keyword, origin }) => [keyword, origin] as const),
  ];
  const stated = parts.filter(([, origin]) => origin !== undefined);
  const distinct = new Set(stated.map(([, origin]) => origin));
  return distinct.size > 1 ? stated.map((part) => part.join(": ")).join(", ") : [...distinct].join("");
}
