import {
  type Document,
  type Header,
  httpMethods,
  type MediaType,
  type Operation,
  type Parameter,
  type Response,
} from "../document.ts";
import type { Json } from "../json.ts";
import { type BareObject, bare, mapBare } from "./bare-object.ts";
import { type BytesUse, carriesBytes, findBytes } from "./find-bytes.ts";
import { isBytes } from "./media-kind.ts";
import { guardPercent } from "./percent-guard.ts";
import { prepareSchema } from "./prepare-schema.ts";
import { resolveChains } from "./resolve-chains.ts";
import { commentSafe, commentSafeValue } from "./text/comment-safe.ts";

/**
 * A private copy of a document for openapi-typescript, holding only what it reads: every text safe for comments, open
 * lists marked, reference chains cut short, nesting capped, and objects without a prototype, since it looks names up bare.
 */
export function prepareForPaths(document: Document): BareObject {
  const chainEnd = resolveChains(document.components.schemas);
  const uses = findBytes(document);
  const prepare: PrepareSchema = (schema, bytes = "none") => prepareSchema(schema, { chainEnd, bytes });
  return bare({
    openapi: document.openapi,
    info: bare({ title: "", version: "" }),
    paths: mapBare(document.paths, (item) =>
      bare(Object.fromEntries(httpMethods.map((method) => [method, prepareOperation(item[method], prepare)]))),
    ),
    components: bare({
      schemas: mapBare(document.components.schemas, (schema, name) => prepare(schema, uses.get(name))),
    }),
  });
}

type PrepareSchema = (schema: unknown, bytes?: BytesUse) => BareObject;

function prepareOperation(operation: Operation | undefined, prepare: PrepareSchema): BareObject | undefined {
  if (operation === undefined) return undefined;
  const { operationId, requestBody, parameters } = operation;
  return bare({
    ...texts(operation),
    operationId: guardPercent(operationId),
    parameters: parameters?.map((parameter) => prepareParameter(parameter, prepare)),
    requestBody:
      requestBody &&
      bare({ ...texts(requestBody), required: requestBody.required, content: contents(requestBody.content, prepare) }),
    responses: mapBare(operation.responses, (response) => prepareResponse(response, prepare)),
  });
}

function prepareParameter(parameter: Parameter, prepare: PrepareSchema): BareObject {
  const { name, required, schema, content } = parameter;
  return bare({
    ...texts(parameter),
    name: guardPercent(name),
    in: parameter.in,
    required,
    schema: schema && prepare(schema),
    content: content && contents(content, prepare),
  });
}

function prepareResponse(response: Response, prepare: PrepareSchema): BareObject {
  const header = (one: Header): BareObject =>
    bare({ ...texts(one), required: one.required, schema: one.schema && prepare(one.schema) });
  return bare({
    ...texts(response),
    headers: response.headers && mapBare(response.headers, header),
    content: response.content && contents(response.content, prepare),
  });
}

function contents(content: { readonly [type: string]: MediaType }, prepare: PrepareSchema): BareObject {
  return mapBare(content, (media, type) => bare({ ...texts(media), schema: contentSchema(type, media, prepare) }));
}

/** A body of bytes is one whatever its schema says: `{}`, an empty object and no schema at all are written for it. */
function contentSchema(type: string, { schema }: MediaType, prepare: PrepareSchema): BareObject | undefined {
  if (isBytes(type)) return prepare({ type: "string", format: "binary" }, "blob");
  return schema && prepare(schema, carriesBytes(type) ? "blob" : "none");
}

interface Texts {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly example?: Json;
}

/** The members that end in comments. */
function texts({ summary, description, deprecated, example }: Texts): { readonly [keyword: string]: unknown } {
  return {
    summary: commentSafe(summary),
    description: commentSafe(description),
    deprecated,
    example: commentSafeValue(example),
  };
}
