import type { Report } from "../diagnostic.ts";
import type { JsonObject } from "../json.ts";
import { adoptRequiredFlags } from "./adopt-required-flags.ts";
import { dropInvalidKeywords } from "./drop-invalid-keywords.ts";
import { dropUnknownRequired } from "./drop-unknown-required.ts";
import { fitDefault } from "./fit-default.ts";
import { fitEnum } from "./fit-enum.ts";
import { fixTypeNames } from "./fix-type-names.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";
import { separateReferenceSiblings } from "./separate-reference-siblings.ts";
import { trimPropertyNames } from "./trim-property-names.ts";

/** Mends one quirk of one schema object; its children come later on their own. `pointer` is worked out when asked for. */
export type SchemaPass = (schema: JsonObject, report: Report, pointer: () => string) => JsonObject;

/** In order: names and types first, because what follows looks at them. */
const passes: readonly SchemaPass[] = [
  fixTypeNames,
  dropInvalidKeywords,
  trimPropertyNames,
  adoptRequiredFlags,
  dropUnknownRequired,
  fitEnum,
  fitDefault,
  separateReferenceSiblings,
];

/** Runs every schema pass over every schema of the document, in one walk. */
export function cleanSchemas(document: JsonObject, report: Report): JsonObject {
  const clean = (schema: JsonObject, at: At): JsonObject =>
    passes.reduce((cleaned, pass) => pass(cleaned, report, () => pointerOf(at)), schema);
  return mapDocument(document, { schema: clean });
}
