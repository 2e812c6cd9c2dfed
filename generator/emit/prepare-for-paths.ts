import { type Document, httpMethods, type MediaType, type Operation, type Response, type Schema } from "../document.ts";
import { isObject } from "../json.ts";
import { type BareObject, mapBare } from "./bare-object.ts";
import { findBytes } from "./find-bytes.ts";
import { prepareSchema } from "./prepare-schema.ts";
import type { ChainEnd } from "./resolve-chains.ts";

/** What openapi-typescript looks into when it follows references and tells alternatives apart. */
export interface PreparedDocument {
  readonly [key: string]: unknown;
  readonly components: { readonly schemas: BareObject };
}

/**
 * A private copy of a document's components for openapi-typescript, and of the schemas elsewhere that tell alternatives apart:
 * every text safe for comments, open lists marked, reference chains cut short, nesting capped, and objects without a prototype,
 * since it looks names up bare.
 */
export function prepareForPaths({ paths, components }: Document, chainEnd: ChainEnd): PreparedDocument {
  const operations = Object.values(paths).flatMap((item) => httpMethods.flatMap((method) => item[method] ?? []));
  const telling = operations.flatMap(schemasOf).filter(holdsDiscriminator);
  const uses = findBytes({ paths, components });
  return {
    telling: telling.map((schema) => prepareSchema(schema, { chainEnd, bytes: "none" })),
    components: {
      schemas: mapBare(components.schemas, (schema, name) =>
        prepareSchema(schema, { chainEnd, bytes: uses.get(name) ?? "none" }),
      ),
    },
  };
}

/** The schemas that an operation states itself, in its order. */
function schemasOf({ parameters = [], requestBody, responses }: Operation): readonly Schema[] {
  const parts: readonly Part[] = [
    ...parameters,
    { content: requestBody?.content },
    ...Object.values(responses).flatMap(withHeaders),
  ];
  return parts.flatMap((part) => [part, ...Object.values(part.content ?? {})]).flatMap(schemaOf);
}

function withHeaders({ headers, content }: Response): readonly Part[] {
  return [...Object.values(headers ?? {}), { content }];
}

/** What may have a schema, or a schema for each of its media types. */
interface Part {
  readonly schema?: Schema;
  readonly content?: { readonly [mediaType: string]: MediaType } | undefined;
}

function schemaOf({ schema }: Part): readonly Schema[] {
  return schema === undefined ? [] : [schema];
}

/** Whether any object in a value says how its alternatives are told apart. */
export function holdsDiscriminator(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsDiscriminator);
  return isObject(value) && Object.keys(value).some((key) => key === "discriminator" || holdsDiscriminator(value[key]));
}
