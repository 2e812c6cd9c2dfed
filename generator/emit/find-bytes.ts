import { type Document, httpMethods, type MediaType, type Schema } from "../document.ts";
import { isObject } from "../json.ts";
import { schemaRefName } from "../schema-ref.ts";
import { isBytes } from "./media-kind.ts";

/**
 * What strings of bytes are in a schema: text where JSON carries them (`none`), a `Blob` where a form or a body of bytes does,
 * and either where components are used by both.
 */
export type BytesUse = "none" | "blob" | "either";

/** Whether a schema says that its strings are bytes, not text, and not text that stands for bytes either. */
export function isBytesSchema({ type, format, contentMediaType, contentEncoding }: Schema): boolean {
  if (type !== undefined && ![type].flat().includes("string")) return false;
  if (contentEncoding !== undefined && contentEncoding !== "binary") return false;
  return format === "binary" || (typeof contentMediaType === "string" && isBytes(contentMediaType));
}

/** Words that end the names of fields for files. */
const fileWords = new Set([
  ...["file", "files", "image", "images", "mask", "picture", "photo", "avatar", "audio", "video", "voice", "media"],
  ...["attachment", "attachments", "document", "upload"],
]);

/** Whether a field of a form is a file that its document calls a string: many pages know no other word for it. */
export function isUnsaidFile(schema: unknown, name: string): boolean {
  if (!isObject(schema) || schema.type !== "string") return false;
  const words =
    name
      .replace(/([a-z])([A-Z])/g, "$1_$2")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const says = ["format", "enum", "const", "contentEncoding", "contentMediaType", "maxLength", "pattern", "default"];
  return fileWords.has(words.at(-1) ?? "") && !says.some((keyword) => schema[keyword] !== undefined);
}

/** Whether the schemas of a media type may hold bytes as they are. */
export function carriesBytes(mediaType: string): boolean {
  return mediaType.startsWith("multipart/") || isBytes(mediaType);
}

/** How components pass bytes, if they hold any; those that are not in the map are used in JSON only. */
export function findBytes(document: Pick<Document, "components" | "paths">): ReadonlyMap<string, BytesUse> {
  const contents = listContents(document);
  const { schemas } = document.components;
  const inForms = reach(
    contents.filter(([type]) => carriesBytes(type)).map(([, { schema }]) => schema),
    schemas,
  );
  if (inForms.size === 0) return new Map();
  const elsewhere = reach(
    contents.filter(([type]) => !carriesBytes(type)).map(([, { schema }]) => schema),
    schemas,
  );
  return new Map([...inForms].map((name) => [name, elsewhere.has(name) ? "either" : "blob"]));
}

function listContents({ paths }: Pick<Document, "paths">): readonly (readonly [type: string, media: MediaType])[] {
  const operations = Object.values(paths).flatMap((item) => httpMethods.flatMap((method) => item[method] ?? []));
  return operations.flatMap(({ requestBody, responses }) =>
    [requestBody, ...Object.values(responses)].flatMap((body) => Object.entries(body?.content ?? {})),
  );
}

/** Names of the components that these schemas refer to, directly or through others. */
function reach(roots: readonly unknown[], schemas: Document["components"]["schemas"]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open: unknown[] = [...roots];
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    if (isObject(next) && typeof next.$ref === "string") {
      const name = schemaRefName(next.$ref);
      if (name !== undefined && !reached.has(name) && Object.hasOwn(schemas, name)) {
        reached.add(name);
        open.push(schemas[name]);
      }
    }
    for (const value of Object.values(next ?? {})) if (isNested(value)) open.push(value);
  }
  return reached;
}

function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
