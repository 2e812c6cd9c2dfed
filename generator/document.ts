import type { Json, JsonObject } from "./json.ts";

/**
 * What normalize promises: one OpenAPI 3.1 document, in canonical order, for all gateways of a package.
 * Every `$ref` is local, points at `#/components/schemas/…` and resolves; nothing of Apifox is left;
 * each operation has a unique `operationId`, at least one response and a `default` error response.
 */
export interface Document {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly "x-docket-gateways": { readonly [gatewayId: string]: Gateway };
  readonly paths: { readonly [path: string]: PathItem };
  /** Requests that the service sends to its callers, by name. */
  readonly webhooks?: { readonly [name: string]: PathItem };
  readonly components: Components;
  /**
   * For each gateway, in what its own pages say otherwise. Present where there are several gateways, `{}` when they agree; without it
   * nobody can say what a gateway of several states.
   */
  readonly "x-docket-differences"?: { readonly [gatewayId: string]: readonly GatewayDifference[] };
}

/** A member of the document that a gateway states otherwise. */
export interface GatewayDifference {
  /** JSON pointer of the member, with a leading `#`. */
  readonly at: string;
  /** What the gateway states; absent when it does not have the member. */
  readonly is?: Json;
}

/** A gateway of the document, as `docket.yaml` and its pages describe it. */
export interface Gateway {
  /** Base URL without trailing slash; absent when no page and no configuration names one. */
  readonly server?: string;
  /** `bearer`: `Authorization: Bearer <key>`; `key`: `Authorization: Key <key>` (fal's own). */
  readonly auth: "bearer" | "key" | "none";
  /** Name of the queue protocol that its submit operations speak unless they say otherwise. */
  readonly queue: string;
}

/** The methods an OpenAPI 3.1 path item may hold, in canonical order. */
export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** One of {@link httpMethods}. */
export type HttpMethod = (typeof httpMethods)[number];

/** A path item: operations by method. Parameters of the path item have been moved into its operations. */
export type PathItem = { readonly [Method in HttpMethod]?: Operation };

/** A normalized operation. */
export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly tags?: readonly string[];
  readonly externalDocs?: { readonly url: string; readonly description?: string };
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /** By status code, `2XX` range or `default`. */
  readonly responses: { readonly [status: string]: Response };
  readonly security?: readonly SecurityRequirement[];
  /** Where it is, if not where its gateway is. Only documents that are compared as they state themselves have them. */
  readonly servers?: readonly JsonObject[];
  /** Requests that the service sends while it works on this one: by name, then by the expression of their URL. */
  readonly callbacks?: { readonly [name: string]: { readonly [expression: string]: PathItem } };
  /** Ids of the gateways that offer it, sorted. */
  readonly "x-docket-gateways": readonly string[];
  readonly "x-docket-queue"?: QueueRole;
  /** When a deprecated operation goes, as an ISO date; the header of the same meaning is https://www.rfc-editor.org/rfc/rfc8594. */
  readonly "x-sunset"?: string;
  /** `draft`, `alpha`, `beta` or `stable`: how much of it may still change without notice. */
  readonly "x-stability-level"?: string;
}

/** One way to be let in: every scheme named, with its scopes; `{}` is anyone. */
export type SecurityRequirement = { readonly [scheme: string]: readonly string[] };

/** What an operation does in a queue protocol. */
export type QueueRole =
  | {
      readonly role: "submit";
      /** The endpoint id callers use: `fal-ai/flux-1/dev`. */
      readonly endpoint: string;
      /** Queue protocol by gateway id, for each gateway that offers the operation. */
      readonly protocols: { readonly [gatewayId: string]: string };
      /** Schema of the finished job's answer, where a document states it. */
      readonly output?: Schema;
    }
  | { readonly role: "status" | "result" | "cancel" };

/** A path, query or cookie parameter; headers that only carry credentials or content types are gone. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly content?: { readonly [mediaType: string]: MediaType };
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly allowReserved?: boolean;
  readonly example?: Json;
  readonly "x-sunset"?: string;
}

/** A request body. */
export interface RequestBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: { readonly [mediaType: string]: MediaType };
}

/** A response. */
export interface Response {
  readonly description: string;
  readonly headers?: { readonly [name: string]: Header };
  readonly content?: { readonly [mediaType: string]: MediaType };
  /** Only documents that are compared as they state themselves have them. */
  readonly links?: { readonly [name: string]: JsonObject };
}

/** A response header. */
export interface Header {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema?: Schema;
  readonly content?: { readonly [mediaType: string]: MediaType };
  readonly style?: string;
  readonly explode?: boolean;
}

/** A media type with its schema and one example. */
export interface MediaType {
  readonly schema?: Schema;
  readonly example?: Json;
  readonly examples?: { readonly [name: string]: Json };
  /** How each property of a form is written: content type, style, headers. */
  readonly encoding?: { readonly [property: string]: { readonly [key: string]: Json | undefined } };
}

/** Reusable parts. Only schemas are shared; other components have been resolved into their uses. */
export interface Components {
  readonly schemas: { readonly [name: string]: Schema };
  readonly securitySchemes: { readonly [name: string]: { readonly [key: string]: Json } };
}

/** Where a keyword's value came from; see {@link Schema} `x-docket-origin`. */
export type Origin = "schema" | "prose" | "overlay";

/** Names of JSON types. */
export type TypeName = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** A default that some of the gateways state, while others state another. */
export interface ContestedDefault {
  readonly value: Json;
  /** Ids of the gateways, sorted. */
  readonly gateways: readonly string[];
}

/** A JSON Schema 2020-12 object; `true` is written `{}` and `false` is written `{ not: {} }`. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly examples?: readonly Json[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly patternProperties?: { readonly [pattern: string]: Schema };
  readonly propertyNames?: Schema;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly contains?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: { readonly [value: string]: string } };
  /**
   * Origin of each keyword of this object that is not `schema` (the page's own schema said so).
   * `prose`: mined from the description; an `enum` of this origin is open (known values, others are accepted),
   * ranges and lengths of this origin are warnings. `overlay`: a human confirmed it; as good as `schema`.
   */
  readonly "x-docket-origin"?: { readonly [keyword: string]: Origin };
  /** In a plan only: the defaults of a field that gateways contest, which has no `default` then. */
  readonly "x-docket-defaults"?: readonly ContestedDefault[];
  readonly [keyword: string]: unknown;
}
