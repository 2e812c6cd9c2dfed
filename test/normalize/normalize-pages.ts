import type { Diagnostic } from "../../generator/diagnostic.ts";
import type { JsonObject } from "../../generator/json.ts";
import { normalizeDocuments } from "../../generator/normalize/normalize-document.ts";
import type { GatewayOptions, GatewayPage, OverlayDocument } from "../../generator/normalize/normalize-input.ts";

/** A page of gateway `g` as a reader would hand it over. */
export function page(openapi: JsonObject, gatewayId = "g", file = `${gatewayId}/page`): GatewayPage {
  return { gatewayId, document: { file, format: "openapi", openapi: { openapi: "3.0.1", ...openapi } } };
}

/** A page with one operation. */
export function operationPage(
  key: string,
  operation: JsonObject,
  gatewayId = "g",
  identity: JsonObject = {},
): GatewayPage {
  const [method = "", path = ""] = key.split(" ");
  const paths = { [path]: { [method.toLowerCase()]: { ...operation, "x-docket-page": identity } } };
  return page({ paths }, gatewayId, `${gatewayId}/${JSON.stringify(identity)}`);
}

/** An operation that takes and answers JSON of these schemas. */
export function json(request: JsonObject | undefined, answer: JsonObject = { type: "object" }): JsonObject {
  const content = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
  return {
    ...(request === undefined ? {} : { requestBody: content(request) }),
    responses: { "200": { description: "", ...content(answer) } },
  };
}

/** What normalizing these pages gives, as plain JSON, with the codes of its diagnostics. */
export function normalize(
  pages: readonly GatewayPage[],
  options: { gateways?: Record<string, GatewayOptions>; overlays?: readonly OverlayDocument[] } = {},
): { readonly document: JsonObject; readonly codes: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const ids = [...new Set(pages.map(({ gatewayId }) => gatewayId))];
  const gateways = options.gateways ?? Object.fromEntries(ids.map((id) => [id, { queue: "fal-gateway" }]));
  const result = normalizeDocuments({
    package: { name: "@acme/client", version: "1.2.3" },
    pages,
    gateways,
    overlays: options.overlays ?? [],
  });
  const document: JsonObject = JSON.parse(JSON.stringify(result.document));
  return { document, diagnostics: result.diagnostics, codes: result.diagnostics.map(({ code }) => code) };
}

/** The value at a list of keys of a document. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (current, key) => (typeof current === "object" && current !== null ? Reflect.get(current, key) : undefined),
    value,
  );
}

/** The JSON schema that an operation takes. */
export function bodyOf(document: JsonObject, path: string, method = "post"): unknown {
  return at(document, "paths", path, method, "requestBody", "content", "application/json", "schema");
}

/** The JSON schema that an operation answers with. */
export function answerOf(document: JsonObject, path: string, method = "post", status = "200"): unknown {
  return at(document, "paths", path, method, "responses", status, "content", "application/json", "schema");
}
