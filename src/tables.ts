/** Where a documented value came from: the page's schema, its prose, or an overlay that a human wrote. */
export type Origin = "schema" | "prose" | "overlay";

/** How a gateway takes credentials: `Authorization: Bearer …`, `Authorization: Key …`, or not at all. */
export type AuthScheme = "bearer" | "key" | "none";

/** Names of the queue protocols this runtime speaks; see `protocols/`. */
export type ProtocolName = "fal" | "fal-gateway";

/** A gateway as a generated package describes it. */
export interface GatewayEntry {
  /** Base URL without trailing slash; absent where no document names one, and callers must pass `baseUrl`. */
  readonly server?: string;
  readonly auth: AuthScheme;
  readonly protocol: ProtocolName;
  /** Ids of the endpoints it offers. */
  readonly endpoints: readonly string[];
}

/** A queue endpoint as a generated package describes it. */
export interface EndpointEntry {
  /** Path of the submit operation, with leading slash. */
  readonly path: string;
  readonly title: string;
  readonly documentation?: string;
  /** Top-level fields of its documented output (`images`, `seed`): an answer that shows one of them is a result. */
  readonly result?: readonly string[];
  /** Queue protocol by gateway id, for each gateway that offers it. */
  readonly protocols: { readonly [gateway: string]: ProtocolName };
}

/** What the documents say a top-level input field may hold. */
export interface FieldConstraint {
  /** JSON types it takes; absent when the documents allow anything. */
  readonly types?: readonly string[];
  /** Known values. Closed when the origin is `schema` or `overlay`, open (others may pass) when it is `prose`. */
  readonly values?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Origin of each keyword above (`values`, `minimum`, …). */
  readonly origins: { readonly [keyword: string]: Origin };
}

/** What the documents say about an endpoint's input. */
export interface EndpointConstraints {
  readonly required: readonly string[];
  readonly fields: { readonly [field: string]: FieldConstraint };
}

/**
 * How a query parameter is written where it is not OpenAPI's default of `a=1&a=2`: joined by a comma (`form`), a space or a
 * bar, `a[b]=1` (`deepObject`), an object's members as parameters of their own (`spread`), or as JSON.
 */
export type QueryStyle = "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "spread" | "json";

/** How a request of a plain operation is written, where it is not a body of JSON and a query as OpenAPI's defaults have it. */
export interface RequestEntry {
  /** Media type of its body, where none of the documented ones is JSON. */
  readonly body?: string;
  readonly query?: { readonly [parameter: string]: QueryStyle };
}

/** Requests that need more than the defaults, by `METHOD /path`. */
export interface RequestTable {
  readonly [operation: string]: RequestEntry;
}

/** The tables that a generated package hands to {@link defineClient}. Keys are gateway and endpoint ids. */
export interface ClientTables {
  readonly gateways: { readonly [gateway: string]: GatewayEntry };
  readonly endpoints: { readonly [endpoint: string]: EndpointEntry };
  readonly defaults: { readonly [endpoint: string]: { readonly [field: string]: unknown } };
  readonly constraints: { readonly [endpoint: string]: EndpointConstraints };
}

/**
 * The types that a generated package hands to {@link defineClient}, flat so that editors stay fast:
 * ```ts
 * interface Schema { endpoints: EndpointMap; gateways: GatewayMap }
 * interface EndpointMap { "fal-ai/flux-1/dev": { input: FalAiFlux1DevInput; output: FalAiFlux1DevOutput } }
 * interface GatewayMap { anyapi: { endpoints: "fal-ai/flux-1/dev"; protocol: "fal-gateway"; server: true } }
 * ```
 */
export interface ClientSchema {
  readonly endpoints: object;
  readonly gateways: object;
}
