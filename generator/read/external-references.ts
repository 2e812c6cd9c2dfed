import type { Report } from "../diagnostic.ts";
import { isObject, type Json } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";

/** Reports every `$ref` that leaves the document: Docket reads no file and asks no server on behalf of a page. */
export function reportExternalReferences(root: Json, report: Report): void {
  const pending: Json[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) for (const item of value) pending.push(item);
    if (!isObject(value)) continue;
    for (const [key, child] of Object.entries(value)) {
      if (key === "$ref" && typeof child === "string" && !child.startsWith("#")) {
        report("external-reference", `The reference ${quote(child)} leaves the document.`, {
          place: placeOf(value, key),
          hint: "Bundle what it names into this document; Docket never follows references to files or servers.",
        });
      } else if (child !== undefined && !isExample(key)) pending.push(child);
    }
  }
}

/** What stands below these is data of callers, or notes of a vendor, where `$ref` means nothing. */
function isExample(key: string): boolean {
  if (key.startsWith("x-")) return true;
  return key === "example" || key === "examples" || key === "default" || key === "const" || key === "enum";
}
