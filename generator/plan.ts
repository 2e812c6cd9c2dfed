import type { Diagnostic } from "./diagnostic.ts";
import type { ContestedDefault, Document, Origin, Schema } from "./document.ts";
import type { Json } from "./json.ts";
import type { SourceFormat } from "./source-document.ts";

/** What emitters take: plain data in output order, every name already decided. */
export interface Plan {
  readonly package: PlannedPackage;
  readonly document: Document;
  readonly gateways: readonly PlannedGateway[];
  readonly endpoints: readonly PlannedEndpoint[];
  /** Component schemas reachable from endpoints, in name order. */
  readonly models: readonly PlannedModel[];
  readonly sources: readonly PlannedSource[];
}

/** The package to write. */
export interface PlannedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, where the configuration states one. */
  readonly license?: string;
  readonly author?: string;
  /** Version of the docket that writes it. */
  readonly generator: string;
}

/** A gateway as the generated tables and types state it. */
export interface PlannedGateway {
  readonly id: string;
  readonly server?: string;
  readonly auth: "bearer" | "key" | "none";
  readonly protocol: string;
  /** Whether its protocol can cancel a job. */
  readonly cancel: boolean;
  /** Ids of the queue endpoints it offers, sorted. */
  readonly endpoints: readonly string[];
}

/** A queue endpoint. */
export interface PlannedEndpoint {
  /** `fal-ai/flux-1/dev` */
  readonly id: string;
  /** File name of its module, `[a-z0-9-]`, unique without regard to case. */
  readonly slug: string;
  /** Where endpoints are too many for a module each: the name of the module that holds its types, together with those of others. */
  readonly part?: string;
  /** PascalCase prefix of its types, unique: `FalAiFlux1Dev` → `FalAiFlux1DevInput`, `…Output`. */
  readonly typeName: string;
  readonly title: string;
  readonly description?: string;
  /** http(s) link to the model's own documentation. */
  readonly documentation?: string;
  readonly path: string;
  readonly gateways: readonly string[];
  /** Queue protocol by gateway id. */
  readonly protocols: { readonly [gatewayId: string]: string };
  /** The request body: an object schema with its parts merged, or `anyOf` such objects. */
  readonly input: Schema;
  /** The finished job's answer, in the same form, where a document states it. */
  readonly output?: Schema;
  /** Top-level fields by which a result is known; empty when no document names any. */
  readonly result: readonly string[];
  readonly example?: Json;
  readonly required: readonly string[];
  readonly fields: readonly PlannedField[];
}

/** A top-level input field: its default and its constraints, each with its origin. */
export interface PlannedField {
  readonly name: string;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly types: readonly string[];
  readonly default?: { readonly value: Json; readonly origin: Origin };
  /** Where gateways state different defaults: who states what, and no `default`, for none is right everywhere. */
  readonly contested?: readonly ContestedDefault[];
  /** Known values; `open` when others may pass: the list is prose, or one of several alternatives. */
  readonly values?: { readonly list: readonly Json[]; readonly origin: Origin; readonly open: boolean };
  /** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`, `minLength`, `maxLength`, `minItems`, `maxItems`. */
  readonly limits: readonly { readonly keyword: string; readonly value: number; readonly origin: Origin }[];
  /** Names of the object components that its value may be one of (`ImageSize`), where there are any. */
  readonly models?: readonly string[];
  /** Its own fields, where it is an object, or may be one, or holds a list of them; one level, and none of theirs. */
  readonly members?: { readonly of: "object" | "items"; readonly fields: readonly PlannedField[] };
}

/** A component schema. */
export interface PlannedModel {
  readonly name: string;
  readonly typeName: string;
  /** `input` when an endpoint takes it (its arrays are then `readonly`), `output` when endpoints only answer with it. */
  readonly side: "input" | "output";
  readonly schema: Schema;
}

/** A document that the package was made from. */
export interface PlannedSource {
  readonly file: string;
  readonly gateway: string;
  /** The reader that took it; `none` when no reader did. */
  readonly format: SourceFormat | "none";
  /** sha256 of its bytes, hex. */
  readonly hash: string;
  /** What it became, `METHOD /path` each. */
  readonly operations: readonly string[];
}

/** A file of the generated package. */
export interface EmittedFile {
  /** Relative to the output folder, forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Emitted files that the gate let pass; none when it found anything. */
export interface EmittedFiles {
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
}
