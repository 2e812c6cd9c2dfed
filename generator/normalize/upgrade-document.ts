import type { Report } from "../diagnostic.ts";
import { type JsonObject, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { withMember } from "./edit-object.ts";
import { lowerFrom32 } from "./lower-from-32.ts";
import { mapDocument } from "./map-document.ts";
import { upgradeSchema30 } from "./upgrade-schema-30.ts";
import { upgradeSwagger } from "./upgrade-swagger.ts";

/**
 * Brings any OpenAPI version to 3.1. Pages that call themselves 3.0 use keywords of 3.1 freely, so both forms are taken
 * everywhere, and so are those of 3.2. Undefined, with an error, for other versions.
 */
export function upgradeDocument(document: JsonObject, report: Report): JsonObject | undefined {
  const version = stringMember(document, "openapi") ?? stringMember(document, "swagger") ?? "";
  if (version.startsWith("2.")) return upgradeDocument(upgradeSwagger(document), report);
  if (!version.startsWith("3.0") && !version.startsWith("3.1") && !version.startsWith("3.2")) {
    report("unsupported-version", "The document names no version of OpenAPI that Docket reads.", {
      place: placeOf(document, "openapi"),
      hint: "Docket reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2.",
    });
    return undefined;
  }
  const upgraded = mapDocument(lowerFrom32(document, report), { schema: upgradeSchema30 });
  return withMember(upgraded, "openapi", "3.1.0");
}
