import type { JsonObject } from "../json.ts";
import type { SourceDocument } from "../source-document.ts";

/** What normalize takes: the pages of all gateways and what `docket.yaml` says about them. */
export interface NormalizeInput {
  /** Name and version of the package to generate; they become the document's `info`. */
  readonly package: { readonly name: string; readonly version: string };
  readonly pages: readonly GatewayPage[];
  readonly gateways: { readonly [gatewayId: string]: GatewayOptions };
  readonly overlays: readonly OverlayDocument[];
}

/** A page as a reader left it, and the gateway that published it. */
export interface GatewayPage {
  readonly gatewayId: string;
  readonly document: SourceDocument;
}

/** What `docket.yaml` says about a gateway. */
export interface GatewayOptions {
  /** Base URL; default: the server that most pages name. */
  readonly server?: string;
  /** Default: what the pages declare, and `bearer` where they declare nothing. */
  readonly auth?: "bearer" | "key" | "none";
  /** Queue protocol of its submit operations. */
  readonly queue: string;
  /** Other protocols for some paths; the first pattern that matches wins. */
  readonly protocols?: readonly ProtocolPattern[];
}

/** `path` may hold `*` (within one segment) and `**` (across segments). */
export interface ProtocolPattern {
  readonly path: string;
  readonly queue: string;
}

/** An [OpenAPI Overlay 1.0](https://spec.openapis.org/overlay/v1.0.0.html) document. */
export interface OverlayDocument {
  /** Path as diagnostics show it. */
  readonly file: string;
  readonly document: JsonObject;
}
