import type { JsonObject } from "../json.ts";

/** What a union of schemas needs to know around it. */
export interface UnionContext {
  /** The schema that a reference names. */
  readonly resolve: (reference: string) => JsonObject | undefined;
  /** Told of each thing that both sides state, and state differently; `presence` when only one side has the property. */
  readonly differ: (path: readonly string[], keyword: string) => void;
  /** Names of the properties that lead here, `[]` for items. */
  readonly path: readonly string[];
  /** The union of two schemas further in. */
  readonly union: (one: JsonObject, other: JsonObject, context: UnionContext) => JsonObject;
}
