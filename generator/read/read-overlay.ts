import type { Report } from "../diagnostic.ts";
import { isObject, type JsonObject, stringMember } from "../json.ts";
import { decodeText } from "./decode-text.ts";
import { cutExcerpt } from "./excerpt.ts";
import { parseYaml } from "./parse-yaml.ts";

/** An overlay as it was read; its actions are checked where they are applied. */
export interface ReadOverlay {
  readonly file: string;
  readonly document: JsonObject;
}

/**
 * Reads an overlay (YAML, or JSON as the YAML it is); undefined after a report.
 *
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
export function readOverlay(
  file: { readonly path: string; readonly bytes: Uint8Array },
  report: Report,
): ReadOverlay | undefined {
  const source = decodeText(file.path, file.bytes, report);
  const parsed = source === undefined ? undefined : parseYaml(cutExcerpt(source), report);
  if (parsed === undefined) return undefined;
  if (isObject(parsed.value) && /^1\./.test(stringMember(parsed.value, "overlay") ?? "")) {
    return { file: file.path, document: parsed.value };
  }
  report("overlay-invalid", "This is no OpenAPI Overlay.", {
    place: { file: file.path, line: 1, column: 1 },
    hint: "It begins with `overlay: 1.0.0`; see https://spec.openapis.org/overlay/v1.0.0.html.",
  });
  return undefined;
}
