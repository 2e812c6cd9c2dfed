import type { JsonObject } from "./json.ts";

/** The shapes of documents that Docket reads; one reader each, chosen by content. */
export type SourceFormat =
  | "openapi"
  | "apifox-page"
  | "apifox-dump"
  | "doc-text"
  | "apifox-project"
  | "markdown-export";

/**
 * What a reader makes of one page: a loose OpenAPI object, as near to the page as possible. Its objects carry marks
 * (place.ts), so that every later diagnostic can point at the page as received.
 *
 * Loose means: any OpenAPI version as the page states it (readers of other shapes write 3.1.0 with JSON Schema 2020-12);
 * Apifox extensions still in place; descriptions unmined; `$ref`s unresolved; parameters of headers still there.
 * What readers guarantee: `openapi` is a string (a Swagger document has `swagger: "2.0"` in its place,
 * not yet upgraded), `paths` an object whose path items hold only objects under their methods.
 */
export interface SourceDocument {
  /** Path as diagnostics show it. */
  readonly file: string;
  readonly format: SourceFormat;
  readonly openapi: JsonObject;
}

/**
 * The identity of the page an operation came from, set by readers on each operation as `x-docket-page`:
 * `id` is the Apifox or Apidog API id where the page states one, `title` the page's heading.
 */
export interface PageIdentity {
  readonly id?: string;
  readonly title?: string;
}

/** The operation extension under which readers put the {@link PageIdentity}. */
export const pageKey = "x-docket-page";
