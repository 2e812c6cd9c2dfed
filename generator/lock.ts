import { createHash } from "node:crypto";
import { isObject, type Json, objectMember, stringMember } from "./json.ts";
import type { EmittedFile, PlannedSource } from "./plan.ts";
import type { Project } from "./project.ts";

/** `docket.lock.json`: from what, by whom and into what the package was generated. Hashes are sha256, hex. */
export interface Lock {
  readonly docket: string;
  readonly config: string;
  /** How much there is to say about the documents: `3 warnings, 13 notes`; empty when nothing. */
  readonly noticed: string;
  readonly documents: { readonly [path: string]: LockedDocument };
  readonly files: { readonly [path: string]: string };
}

/** A document of the lock: its hash and the operations it became. */
export interface LockedDocument {
  readonly hash: string;
  readonly became: readonly string[];
}

/** Name of the lock file in the output folder. */
export const lockPath = "docket.lock.json";

/** The lock of a generated package. */
export function lockFor(
  project: Project,
  docket: string,
  noticed: string,
  sources: readonly PlannedSource[],
  files: readonly EmittedFile[],
): Lock {
  const became = new Map(sources.map((source) => [source.file, source.operations]));
  const documents = projectFiles(project).map(
    ({ path, bytes }) => [path, { hash: sha256(bytes), became: became.get(path) ?? [] }] as const,
  );
  return {
    docket,
    config: configHash(project),
    noticed,
    documents: Object.fromEntries(documents),
    files: Object.fromEntries(files.map(({ path, text }) => [path, sha256(text)] as const)),
  };
}

/** The text of the lock file. */
export function printLock(lock: Lock): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** The lock that a text states; an empty one when it is none, which only means that everything is generated anew. */
export function parseLock(text: string): Lock {
  const root = tryParse(text);
  const documents = Object.entries(objectMember(root, "documents") ?? {});
  return {
    docket: stringMember(root, "docket") ?? "",
    config: stringMember(root, "config") ?? "",
    noticed: /^[\da-z, ]*$/.exec(stringMember(root, "noticed") ?? "")?.[0] ?? "",
    documents: Object.fromEntries(
      documents.map(([path, entry]) => [
        path,
        { hash: stringMember(entry, "hash") ?? "", became: strings(entry, "became") },
      ]),
    ),
    files: Object.fromEntries(
      Object.entries(objectMember(root, "files") ?? {}).map(([path, hash]) => [path, String(hash)]),
    ),
  };
}

/** Whether a lock was made from exactly these inputs by this version. */
export function isLockOf(lock: Lock, project: Project, docket: string): boolean {
  const files = projectFiles(project);
  return (
    lock.docket === docket &&
    lock.config === configHash(project) &&
    Object.keys(lock.documents).length === files.length &&
    files.every(
      ({ path, bytes }) => Object.hasOwn(lock.documents, path) && lock.documents[path]?.hash === sha256(bytes),
    )
  );
}

/** sha256 of bytes or of a text in UTF-8, hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function projectFiles(project: Project): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  return [...project.pages, ...project.overlays];
}

function configHash(project: Project): string {
  return sha256(JSON.stringify(project.config));
}

function tryParse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function strings(entry: Json | undefined, key: string): readonly string[] {
  const list = isObject(entry) && Object.hasOwn(entry, key) ? entry[key] : undefined;
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}
