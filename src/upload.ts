import { InputError } from "./errors.ts";

/** Options of {@link upload}. */
export interface UploadOptions {
  /** Bytes of the file; the text is a third longer. @default 10485760 */
  readonly maxBytes?: number;
}

const SIGNATURES: readonly (readonly [type: string, offset: number, start: string])[] = [
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/gif", 0, "GIF8"],
  ["image/webp", 8, "WEBP"],
  ["image/avif", 4, "ftypavi"],
];

/**
 * Turns a picture into a data URI, which the gateways take wherever they take the URL of one: their keys open no file
 * storage. Takes png, jpeg, gif, webp and avif, told by the first bytes. Throws `InputError` for others and for too much.
 */
export async function upload(file: Blob | ArrayBuffer | Uint8Array, options: UploadOptions = {}): Promise<string> {
  const { maxBytes = 10 * 2 ** 20 } = options;
  const size = file instanceof Blob ? file.size : file.byteLength;
  if (size > maxBytes) {
    throw new InputError(
      `The file has ${size} bytes, more than ${maxBytes}: host it and pass its URL, or raise \`maxBytes\`.`,
    );
  }
  const bytes =
    file instanceof Uint8Array ? file : new Uint8Array(file instanceof Blob ? await file.arrayBuffer() : file);
  const text = binaryText(bytes);
  const [type] = SIGNATURES.find(([, offset, start]) => text.startsWith(start, offset)) ?? [];
  if (!type) throw new InputError("The file is no picture that the documents allow: png, jpeg, gif, webp or avif.");
  return `data:${type};base64,${btoa(text)}`;
}

/** One character per byte, in pieces: a call takes only so many arguments. */
function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}
