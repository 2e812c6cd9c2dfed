import { parse } from "yaml";
import type { Document, Operation, Schema } from "../../generator/document.ts";

/** What a test states of a document; the rest is filled in with nothing much. */
export interface DocumentParts {
  readonly paths?: object;
  readonly webhooks?: object;
  readonly schemas?: object;
  readonly securitySchemes?: object;
  readonly gateways?: object;
}

/** A document made of these parts. */
export function documentOf({
  paths = {},
  webhooks,
  schemas = {},
  securitySchemes = {},
  gateways,
}: DocumentParts): Document {
  const document: object = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    "x-docket-gateways": gateways ?? { one: { auth: "bearer", queue: "fal-gateway" } },
    paths,
    ...(webhooks === undefined ? {} : { webhooks }),
    components: { schemas, securitySchemes },
  };
  return document as Document;
}

/** YAML of the parts of a document as a document. */
export function documentFrom(yaml: string): Document {
  return documentOf(parse(yaml) ?? {});
}

/** An operation with a JSON request body and a JSON answer; either may be left out. */
export function operationOf(
  body: Schema | undefined,
  answer: Schema | undefined,
  more: Partial<Operation> = {},
): Operation {
  return {
    operationId: "call",
    "x-docket-gateways": ["one"],
    ...(body === undefined ? {} : { requestBody: { content: { "application/json": { schema: body } } } }),
    responses: {
      "200": {
        description: "ok",
        ...(answer === undefined ? {} : { content: { "application/json": { schema: answer } } }),
      },
    },
    ...more,
  };
}

/** A document in which one operation sends `body` and gets `answer`. */
export function documentWith(body: Schema | undefined, answer: Schema | undefined, schemas: object = {}): Document {
  return documentOf({ paths: { "/call": { post: operationOf(body, answer) } }, schemas });
}
