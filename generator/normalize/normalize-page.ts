import type { Report } from "../diagnostic.ts";
import { type JsonObject, objectMember } from "../json.ts";
import { cleanContent } from "./clean-content.ts";
import { cleanMethods } from "./clean-methods.ts";
import { cleanParameters } from "./clean-parameters.ts";
import { cleanResponses } from "./clean-responses.ts";
import { cleanSchemas } from "./clean-schemas.ts";
import { collectOperations } from "./collect-operations.ts";
import { conformObjects } from "./conform-objects.ts";
import { describeEnumValues } from "./describe-enum-values.ts";
import { dropMisplaced } from "./drop-misplaced.ts";
import { expandMixIns } from "./expand-mix-ins.ts";
import { inferSchemas } from "./infer-schemas.ts";
import { inlineReferences } from "./inline-references.ts";
import { linkDocumentation } from "./link-documentation.ts";
import { measureDocument } from "./measure-document.ts";
import { mineDescriptions } from "./mine-descriptions.ts";
import { moveGetBodies } from "./move-get-bodies.ts";
import { moveSharedParameters } from "./move-shared-parameters.ts";
import type { GatewayPage } from "./normalize-input.ts";
import type { CleanPage } from "./page-operation.ts";
import { redactSecrets } from "./redact-secrets.ts";
import { removeExtensions } from "./remove-extensions.ts";
import { resolveReferences } from "./resolve-references.ts";
import { spreadQueryStrings } from "./spread-query-strings.ts";
import { unifyVendorKeys } from "./unify-vendor-keys.ts";
import { upgradeDocument } from "./upgrade-document.ts";
import { warnInvisible } from "./warn-invisible.ts";

/** Mends one thing about the OpenAPI object of one page. */
type PagePass = (document: JsonObject, report: Report) => JsonObject;

/** In order: shapes first, then references, then what the parts say. */
const passes: readonly PagePass[] = [
  unifyVendorKeys,
  dropMisplaced,
  cleanMethods,
  expandMixIns,
  inlineReferences,
  resolveReferences,
  spreadQueryStrings,
  cleanContent,
  removeExtensions,
  inferSchemas,
  moveSharedParameters,
  moveGetBodies,
  cleanParameters,
  cleanResponses,
  cleanSchemas,
  linkDocumentation,
  conformObjects,
  mineDescriptions,
  describeEnumValues,
  redactSecrets,
  warnInvisible,
];

/** A page as the merge takes it: OpenAPI 3.1, clean, with every schema it can have. Undefined, with an error, when it cannot be read. */
export function normalizePage(page: GatewayPage, report: Report): CleanPage | undefined {
  const { file, openapi } = page.document;
  const here = reportAt(file, report);
  const upgraded = measureDocument(openapi, here) ? upgradeDocument(openapi, here) : undefined;
  if (upgraded === undefined) return undefined;
  const cleaned = passes.reduce((document, pass) => pass(document, here), upgraded);
  return {
    gatewayId: page.gatewayId,
    file,
    operations: collectOperations(cleaned, { gatewayId: page.gatewayId, file }, here),
    schemas: objectMember(objectMember(cleaned, "components"), "schemas") ?? {},
  };
}

/** A report whose diagnostics name at least the file. */
function reportAt(file: string, report: Report): Report {
  return (code, message, detail) =>
    report(code, message, { ...detail, place: detail?.place ?? { file, line: 1, column: 1 } });
}
