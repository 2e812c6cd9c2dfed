import type { HttpMethod } from "../document.ts";
import type { JsonObject } from "../json.ts";
import type { PageIdentity } from "../source-document.ts";

/** One operation of one page, on its way into the common document. */
export interface PageOperation {
  readonly gatewayId: string;
  readonly file: string;
  readonly page: PageIdentity;
  readonly method: HttpMethod;
  /** With the names of parameters that this page uses. */
  readonly path: string;
  /** The path with its parameters numbered: what makes it the same path as another. */
  readonly shape: string;
  readonly operation: JsonObject;
}

/** A cleaned page: its operations, and the component schemas that they refer to. */
export interface CleanPage {
  readonly gatewayId: string;
  readonly file: string;
  readonly operations: readonly PageOperation[];
  readonly schemas: JsonObject;
}
