import { InputError } from "./errors.ts";
import { mediaKind } from "./media-kind.ts";
import { stringifyJson } from "./parse-json.ts";

/** A body as `fetch` takes it, and its content type where `fetch` does not write it. */
export interface WrittenBody {
  readonly body: NonNullable<RequestInit["body"]>;
  readonly type?: string | undefined;
}

/**
 * Writes the body of a plain operation: what `fetch` takes goes as it is, an object as the form that the media type says,
 * or that it must be because it holds a file, and all else as JSON with exact integers. Throws `InputError` where a form
 * holds what no form can.
 */
export function writeBody(body: unknown, type: string | undefined): WrittenBody {
  if (body instanceof FormData) return { body };
  if (body instanceof URLSearchParams) return { body, type: urlencoded };
  if (body instanceof Blob) return { body, type: body.type || exact(type) || octets };
  if (body instanceof ArrayBuffer || isView(body) || body instanceof ReadableStream)
    return { body, type: exact(type) ?? octets };
  if (type === undefined ? holdsFile(body) : type.startsWith("multipart/")) return { body: writeForm(body) };
  if (type?.startsWith(urlencoded)) return { body: String(writeFields(body)), type };
  if (typeof body === "string" && type !== undefined && mediaKind(type) !== "json") return { body, type };
  return { body: stringifyJson(body), type };
}

const urlencoded = "application/x-www-form-urlencoded";
const octets = "application/octet-stream";

function isView(body: unknown): body is Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(body);
}

/** `image/*` says what is allowed, not what this is. */
function exact(type: string | undefined): string | undefined {
  return type?.includes("*") ? undefined : type;
}

/** JSON cannot hold a file, so an object with one is a form. */
function holdsFile(body: unknown): boolean {
  return fieldsOf(body).some(([, value]) => value instanceof Blob);
}

function writeForm(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of fieldsOf(body)) {
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, fieldText(name, value));
  }
  return form;
}

function writeFields(body: unknown): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of fieldsOf(body)) fields.append(name, fieldText(name, value));
  return fields;
}

/** The fields of a form: each item of a list is one, and what is undefined or null is none. */
function fieldsOf(body: unknown): readonly (readonly [name: string, value: unknown])[] {
  const fields = body !== null && typeof body === "object" && !Array.isArray(body) ? Object.entries(body) : [];
  return fields.flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((item) => item !== undefined && item !== null)
      .map((item) => [name, item] as const),
  );
}

/** Objects in forms are JSON. @see https://spec.openapis.org/oas/v3.1.0#special-considerations-for-multipart-content */
function fieldText(name: string, value: unknown): string {
  if (isView(value) || value instanceof ArrayBuffer || value instanceof ReadableStream)
    throw new InputError(`The field ${name} holds bytes: make a Blob or a File of them.`);
  if (holdsFile(value))
    throw new InputError(
      `The field ${name} is an object with a file in it: a form holds files in fields of their own.`,
    );
  return typeof value === "object" ? stringifyJson(value) : String(value);
}
