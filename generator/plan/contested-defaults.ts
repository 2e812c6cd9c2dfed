import type { ContestedDefault, Document, Schema } from "../document.ts";
import type { Json } from "../json.ts";
import { escapeKey } from "../json-pointer.ts";
import { schemaRef, schemaRefName } from "../schema-ref.ts";

/** By gateway, the defaults that its pages state otherwise than the document, by JSON pointer of the default. */
export type StatedDefaults = ReadonlyMap<string, ReadonlyMap<string, Json>>;

/** What the gateways of a document state as defaults where they differ from it. */
export function statedDefaults(document: Document): StatedDefaults {
  const gateways = Object.entries(document["x-docket-differences"] ?? {});
  return new Map(
    gateways.map(([gateway, differences]) => [
      gateway,
      new Map(differences.flatMap(({ at, is }) => (is !== undefined && at.endsWith("/default") ? [[at, is]] : []))),
    ]),
  );
}

/**
 * An input whose top-level fields say which defaults gateways contest, in `x-docket-defaults`. `body` is the schema that the
 * input was flattened from, and `pointer` where it stands; fields that come from parts of it (`allOf`) are left as they are.
 */
export function withContestedDefaults(
  input: Schema,
  body: Schema | undefined,
  pointer: string,
  gateways: readonly string[],
  stated: StatedDefaults,
): Schema {
  if (gateways.length < 2 || stated.size === 0 || input.properties === undefined) return input;
  const home = placeOf(body ?? {}, pointer);
  const fields = Object.entries(input.properties).map(([name, schema]) => {
    const place = placeOf(schema, `${home}/properties/${escapeKey(name)}`);
    const contested = schema.default === undefined ? contestedAt(`${place}/default`, gateways, stated) : [];
    return [name, contested.length < 2 ? schema : { ...schema, "x-docket-defaults": contested }] as const;
  });
  return { ...input, properties: Object.fromEntries(fields) };
}

function contestedAt(at: string, gateways: readonly string[], stated: StatedDefaults): readonly ContestedDefault[] {
  const found = new Map<string, { readonly value: Json; readonly gateways: string[] }>();
  for (const gateway of [...gateways].sort()) {
    const value = stated.get(gateway)?.get(at);
    if (value === undefined) continue;
    const text = JSON.stringify(value);
    const same = found.get(text) ?? { value, gateways: [] };
    found.set(text, { ...same, gateways: [...same.gateways, gateway] });
  }
  return [...found.values()];
}

/** Where the members of a schema stand: in the component that it names, or in itself. */
function placeOf({ $ref }: Schema, pointer: string): string {
  const name = $ref === undefined ? undefined : schemaRefName($ref);
  return name === undefined ? pointer : schemaRef(name);
}
