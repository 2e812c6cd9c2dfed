/** The kinds of objects in an OpenAPI document, each with its own set of keys. */
export type Kind =
  | "root"
  | "info"
  | "contact"
  | "docs"
  | "tag"
  | "server"
  | "variable"
  | "security"
  | "path-item"
  | "operation"
  | "callback"
  | "parameter"
  | "body"
  | "media"
  | "example"
  | "response"
  | "components"
  | "scheme"
  | "schema"
  | "enum-entry"
  | "discriminator"
  | "scalar"
  | "any";

/** What may stand under a key: one object of a kind, a list of them, or a map from names to them. */
export interface Slot {
  readonly kind: Kind;
  readonly shape: "one" | "list" | "map";
}

/** What may stand under a key of an object of this kind; undefined when the kind has no such key. */
export function findSlot(kind: Kind, key: string): Slot | undefined {
  if (kind === "scalar" || kind === "any") return undefined;
  if (kind === "callback") return { kind: "path-item", shape: "one" };
  // `x-200:成功` is a second response of that status.
  if (/^x-\d{3}:/.test(key)) return undefined;
  const known = slots.get(kind)?.get(generic(key));
  if (known !== undefined || !key.startsWith("x-") || apifoxKeys.has(generic(key))) return known;
  return { kind: "any", shape: "one" };
}

/** Apidog is the same product under another name: its extensions are Apifox's. */
function generic(key: string): string {
  return key.startsWith("x-apidog-") ? `x-apifox-${key.slice("x-apidog-".length)}` : key;
}

/** The grammar, as `key:kind` for one object, `key:kind[]` for a list and `key:kind{}` for a map; keys alone hold scalars. */
const grammar: ReadonlyMap<Kind, string> = new Map([
  [
    "root",
    `openapi swagger jsonSchemaDialect info:info servers:server[] paths:path-item{} webhooks:path-item{} components:components
    security:security[] tags:tag[] externalDocs:docs`,
  ],
  ["info", "title summary description termsOfService version contact:contact license:contact"],
  ["contact", "name url email identifier"],
  ["docs", "url description"],
  ["tag", "name description externalDocs:docs"],
  ["server", "url description name variables:variable{}"],
  ["variable", "default description enum:scalar[]"],
  ["security", "x-apidog:any x-apifox:any"],
  [
    "path-item",
    `get:operation put:operation post:operation delete:operation options:operation head:operation patch:operation
    trace:operation connect:operation query:operation parameters:parameter[] summary description servers:server[] $ref`,
  ],
  [
    "operation",
    `summary description operationId deprecated tags:scalar[] parameters:parameter[] requestBody:body responses:response{}
    security:security[] servers:server[] externalDocs:docs callbacks:callback{}
    x-apifox-folder x-apifox-status x-apifox-maintainer x-run-in-apifox x-run-in-apidog`,
  ],
  [
    "parameter",
    `name in description required deprecated style explode allowEmptyValue allowReserved $ref example:any
    examples:example{} schema:schema content:media{}`,
  ],
  ["body", "description required $ref content:media{}"],
  ["media", "schema:schema itemSchema:schema example:any examples:example{} encoding:any"],
  ["example", "summary description externalValue $ref value:any"],
  ["response", "description $ref headers:parameter{} content:media{} links:any x-apifox-name x-apifox-ordering"],
  [
    "components",
    `schemas:schema{} responses:response{} parameters:parameter{} examples:example{} requestBodies:body{}
    headers:parameter{} securitySchemes:scheme{} links:any callbacks:callback{}`,
  ],
  ["scheme", "type scheme bearerFormat name in description openIdConnectUrl $ref flows:any"],
  [
    "schema",
    `$ref $id $schema $anchor $comment type:any title description format const:any default:any deprecated readOnly writeOnly
    nullable minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems
    uniqueItems minProperties maxProperties contentEncoding contentMediaType minContains maxContains
    example:any examples:any enum:scalar[] required:scalar[] properties:schema{} patternProperties:schema{} $defs:schema{}
    items:schema additionalProperties:schema propertyNames:schema unevaluatedProperties:schema not:schema contains:schema
    if:schema then:schema else:schema allOf:schema[] anyOf:schema[] oneOf:schema[] prefixItems:schema[]
    discriminator:discriminator xml:any externalDocs:docs
    x-apifox-orders:scalar[] x-apifox-ignore-properties:scalar[] x-apifox-refs:schema{} x-apifox-overrides:schema{}
    x-apifox-enum:enum-entry[] x-apifox-mock x-apifox-folder`,
  ],
  ["enum-entry", "value name description"],
  ["discriminator", "propertyName mapping:scalar{}"],
]);

const slots: ReadonlyMap<Kind, ReadonlyMap<string, Slot>> = new Map(
  [...grammar].map(([kind, keys]) => [kind, new Map(keys.split(/\s+/).map(parseEntry))]),
);

/** Extensions of Apifox that have their place: anywhere else they do not belong. */
const apifoxKeys: ReadonlySet<string> = new Set(
  [...grammar.values()]
    .flatMap((keys) => keys.split(/\s+/).map((entry) => entry.split(":")[0] ?? ""))
    .filter((key) => key.startsWith("x-")),
);

function parseEntry(entry: string): readonly [string, Slot] {
  const [key = "", type = "scalar"] = entry.split(":");
  const name = type.replace(/[[\]{}]/g, "");
  const kind =
    [...grammar.keys(), "callback" as const, "any" as const].find((candidate) => candidate === name) ?? "scalar";
  const shape = type.endsWith("[]") ? "list" : type.endsWith("{}") ? "map" : "one";
  return [key, { kind, shape }];
}
