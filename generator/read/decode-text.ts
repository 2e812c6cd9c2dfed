import { isUtf8 } from "node:buffer";
import type { Report } from "../diagnostic.ts";
import { placeAt, type SourceText } from "../place.ts";
import { maxBytes } from "./limits.ts";

/** The text of a document: strict UTF-8 without its byte order mark, no NUL, within the size cap; undefined after a report. */
export function decodeText(path: string, bytes: Uint8Array, report: Report): SourceText | undefined {
  const place = { file: path, line: 1, column: 1 };
  if (bytes.length > maxBytes) {
    report("document-too-large", `The document has ${bytes.length} bytes; the most is ${maxBytes}.`, {
      place,
      hint: "Split it, or export only the part you need.",
    });
    return undefined;
  }
  if (!isUtf8(bytes)) {
    report("invalid-utf8", `The document is not UTF-8: byte ${firstInvalidByte(bytes)} cannot be decoded.`, {
      place: placeOfByte(path, bytes, firstInvalidByte(bytes)),
      hint: "Save it as UTF-8.",
    });
    return undefined;
  }
  const source = { path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  const nul = source.text.indexOf("\0");
  if (nul < 0) return source;
  report("invalid-character", "The document holds a NUL character.", {
    place: placeAt(source, nul),
    hint: "It is probably no text. Export the page again.",
  });
  return undefined;
}

/** Length of the longest prefix that is UTF-8, found by halving: `isUtf8` says only whether, not where. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodesAsPrefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** `stream` forgives a sequence cut at the end, so a prefix that ends inside a character still counts as valid. */
function decodesAsPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOfByte(path: string, bytes: Uint8Array, offset: number): { file: string; line: number; column: number } {
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, offset));
  return placeAt({ path, text: before }, before.length);
}
