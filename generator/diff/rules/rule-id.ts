/** Rules for how schemas are put together: parts, variants, conditions, names. */
export type CompositionRuleId =
  | "all-of-part-added"
  | "all-of-part-removed"
  | "condition-changed"
  | "discriminator-changed"
  | "not-changed"
  | "schema-renamed"
  | "variant-added"
  | "variant-removed"
  | "variants-changed";

/** Rules for what responses lead on to. */
export type LinkRuleId = "link-added" | "link-changed" | "link-removed";

/** Rules for numbers that bound values. */
export type LimitRuleId =
  | "max-contains-changed"
  | "max-items-changed"
  | "max-length-changed"
  | "max-properties-changed"
  | "maximum-changed"
  | "min-contains-changed"
  | "min-items-changed"
  | "min-length-changed"
  | "min-properties-changed"
  | "minimum-changed"
  | "multiple-of-changed";

/** Rules for what callers send: parameters and bodies. */
export type RequestRuleId =
  | "media-type-encoding-changed"
  | "parameter-added"
  | "parameter-default-changed"
  | "parameter-deprecated"
  | "parameter-removed"
  | "parameter-required-changed"
  | "parameter-serialization-changed"
  | "request-body-added"
  | "request-body-removed"
  | "request-body-required-changed"
  | "request-media-type-added"
  | "request-media-type-removed"
  | "required-parameter-added";

/** Rules for what callers get: responses, their media types and headers. */
export type ResponseRuleId =
  | "header-added"
  | "header-deprecated"
  | "header-removed"
  | "header-required-changed"
  | "header-serialization-changed"
  | "response-added"
  | "response-media-type-added"
  | "response-media-type-changed"
  | "response-media-type-removed"
  | "response-removed";

/** Rules for what is inside a schema: properties, items, and their notes. */
export type SchemaRuleId =
  | "additional-properties-changed"
  | "contains-changed"
  | "default-changed"
  | "dependent-schemas-changed"
  | "items-changed"
  | "pattern-properties-changed"
  | "prefix-items-changed"
  | "property-added"
  | "property-names-changed"
  | "property-removed"
  | "property-required-changed"
  | "property-travel-changed"
  | "required-property-added"
  | "schema-deprecated"
  | "unevaluated-items-changed"
  | "unevaluated-properties-changed";

/** Rules for where operations are. */
export type ServerRuleId = "operation-servers-changed";

/** Rules for operations and the service as a whole: paths, security, gateways, queues. */
export type ServiceRuleId =
  | "callback-added"
  | "callback-removed"
  | "endpoint-renamed"
  | "gateway-added"
  | "gateway-auth-changed"
  | "gateway-offer-added"
  | "gateway-offer-removed"
  | "gateway-removed"
  | "gateway-server-changed"
  | "operation-added"
  | "operation-deprecated"
  | "operation-id-changed"
  | "operation-removed"
  | "path-added"
  | "path-removed"
  | "queue-protocol-changed"
  | "queue-role-changed"
  | "security-added"
  | "security-removed"
  | "security-scheme-changed"
  | "security-scopes-changed"
  | "stability-lowered"
  | "sunset-changed"
  | "webhook-added"
  | "webhook-removed";

/** Rules for what a single value may be: type, values, shape of strings. */
export type ValueRuleId =
  | "const-changed"
  | "content-encoding-changed"
  | "content-media-type-changed"
  | "content-schema-changed"
  | "dependent-required-changed"
  | "enum-added"
  | "enum-closed-changed"
  | "enum-removed"
  | "enum-values-added"
  | "enum-values-removed"
  | "extensible-enum-values-removed"
  | "format-changed"
  | "nullable-changed"
  | "pattern-changed"
  | "type-changed"
  | "unique-items-changed";

/** The id of a rule. Ids are never renamed: people accept findings by fingerprints made with them. */
export type RuleId =
  | CompositionRuleId
  | LimitRuleId
  | LinkRuleId
  | RequestRuleId
  | ResponseRuleId
  | SchemaRuleId
  | ServerRuleId
  | ServiceRuleId
  | ValueRuleId;
