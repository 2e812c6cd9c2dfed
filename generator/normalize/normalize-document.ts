import { collectInto, type Diagnostic, type Report } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import type { JsonObject } from "../json.ts";
import { addErrorResponses } from "./add-error-responses.ts";
import { alignDocument } from "./align-document.ts";
import { applyOverlays } from "./apply-overlays.ts";
import { attachQueue } from "./attach-queue.ts";
import { checkReferences } from "./check-references.ts";
import { cleanSchemas } from "./clean-schemas.ts";
import { cutRings } from "./cut-rings.ts";
import { describeGateways } from "./describe-gateways.ts";
import { dropEmptyMembers } from "./drop-empty-members.ts";
import { isDocument } from "./is-document.ts";
import { mergePages } from "./merge-pages.ts";
import { nameOperations } from "./name-operations.ts";
import type { NormalizeInput } from "./normalize-input.ts";
import { normalizePage } from "./normalize-page.ts";
import { pruneComponents } from "./prune-components.ts";
import { removePageIdentities } from "./remove-page-identities.ts";
import { requireBodies } from "./require-bodies.ts";
import { secureOperations } from "./secure-operations.ts";
import { settleOrigins } from "./settle-origins.ts";
import { sortDocument } from "./sort-document.ts";
import { withDifferences } from "./with-differences.ts";

/** What normalizing gave. */
export interface NormalizeResult {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes one OpenAPI 3.1 document of the pages of all gateways: each page is cleaned on its own, then they are merged, named, corrected by
 * overlays and told apart by their queue protocols. Bad input is reported, never thrown; docs/normalize.md lists every pass.
 */
export function normalizeDocuments(input: NormalizeInput): NormalizeResult {
  const diagnostics: Diagnostic[] = [];
  const report = collectInto(diagnostics);
  const gateways = describeGateways(input, report);
  const pages = input.pages.flatMap((page) => normalizePage(page, report) ?? []);
  const passes: readonly ((document: JsonObject, report: Report) => JsonObject)[] = [
    settleOrigins,
    nameOperations,
    addErrorResponses,
    // Overlays select operations by the names they will have; what they write is cleaned as a page's own words are.
    (document, told) => applyOverlays(document, input.overlays, told),
    cleanSchemas,
    checkReferences,
    cutRings,
    // An overlay may have described the read that tells a submit operation.
    (document, told) => attachQueue(document, input.gateways, told),
    (document) => secureOperations(document, gateways),
    requireBodies,
    removePageIdentities,
    pruneComponents,
    dropEmptyMembers,
    // Last, for equal meaning is to give equal bytes.
    sortDocument,
  ];
  const head: JsonObject = {
    openapi: "3.1.0",
    info: { title: input.package.name, version: input.package.version },
    "x-docket-gateways": asJson(gateways),
  };
  const finish = (merged: JsonObject, told: Report): JsonObject =>
    passes.reduce((current, pass) => pass(current, told), { ...head, ...merged });
  const merged = mergePages(pages, report);
  const document = withDifferences(finish(merged, report), pages, (own) =>
    finish(alignDocument(mergePages(own, unheard), merged), unheard),
  );
  if (!isDocument(document)) throw new NormalizeError();
  return { document, diagnostics };
}

/** What is wrong with the pages of one gateway was told when all were merged. */
const unheard: Report = () => undefined;

function asJson(gateways: Document["x-docket-gateways"]): JsonObject {
  return Object.fromEntries(Object.entries(gateways).map(([id, gateway]) => [id, { ...gateway }]));
}

/** A mistake of Docket's own: the passes did not keep what the document promises. */
export class NormalizeError extends Error {
  override readonly name = "NormalizeError";

  constructor() {
    super("The normalized document does not keep its promises. Please report this with the documents that led to it.");
  }
}
