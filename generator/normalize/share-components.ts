import { isObject, type JsonObject } from "../json.ts";
import { canonicalText } from "./canonical-text.ts";
import { mapSchema } from "./map-document.ts";
import { referencedNames, renameReferences } from "./rename-references.ts";
import { shortHash } from "./safe-name.ts";

/** The component schemas of one page, and the identity that names its variants. */
export interface PageComponents {
  readonly schemas: JsonObject;
  /** What a component that differs from an older one of its name is called after. */
  readonly identity: string;
}

/** Component schemas that pages share. */
export interface SharedComponents {
  readonly schemas: ReadonlyMap<string, JsonObject>;
  /** For each page, in order: what each of its components is called now. */
  readonly names: readonly ReadonlyMap<string, string>[];
}

/** What a component reaches is compared up to this many components; beyond, it is nobody else's. */
const maxReach = 300;

/**
 * Brings the components of the pages of one gateway together: those of equal name and equal meaning, all that they refer to
 * included, are one. Pages come oldest first; the first keeps the bare name, so that a page added later renames nothing.
 */
export function shareComponents(pages: readonly PageComponents[]): SharedComponents {
  const differing = differingNames(pages);
  const taken = new Set<string>();
  const byMeaning = new Map<string, string>();
  const schemas = new Map<string, JsonObject>();
  const names = pages.map((page, at) => {
    const fresh: [string, string][] = [];
    const shared = new Map<string, string>();
    for (const name of Object.keys(page.schemas)) {
      const meaning = differing.has(name) ? `${name} ${meaningOf(page, name, at)}` : name;
      const known = byMeaning.get(meaning);
      const given = known ?? freeName(name, page.identity, taken);
      if (known === undefined) fresh.push([name, given]);
      taken.add(given);
      byMeaning.set(meaning, given);
      shared.set(name, given);
    }
    for (const [name, given] of fresh) schemas.set(given, renameIn(page, name, shared));
    return shared;
  });
  return { schemas, names };
}

/**
 * Names of components that are not the same on all pages that have them, themselves or in what they refer to. All others are one
 * by their name, which spares comparing what they reach.
 */
function differingNames(pages: readonly PageComponents[]): ReadonlySet<string> {
  const texts = new Map<string, string>();
  const users = new Map<string, Set<string>>();
  const differing = new Set<string>();
  for (const page of pages) {
    for (const name of Object.keys(page.schemas)) {
      const schema = schemaOf(page, name);
      const text = canonicalText(schema);
      if ((texts.get(name) ?? text) !== text) differing.add(name);
      texts.set(name, text);
      for (const used of referencedNames(schema)) users.set(used, (users.get(used) ?? new Set<string>()).add(name));
    }
  }
  // A set is iterated in the order of insertion, so users of users have their turn.
  for (const name of differing) for (const user of users.get(name) ?? []) differing.add(user);
  return differing;
}

function schemaOf(page: PageComponents, name: string): JsonObject {
  const schema = Object.hasOwn(page.schemas, name) ? page.schemas[name] : undefined;
  return isObject(schema) ? schema : {};
}

function meaningOf(page: PageComponents, name: string, at: number): string {
  const reached = new Set([name]);
  for (const next of reached) {
    if (reached.size > maxReach) return `page ${at}`;
    for (const found of referencedNames(schemaOf(page, next))) reached.add(found);
  }
  return shortHash(
    [...reached]
      .sort()
      .map((each) => `${each} ${canonicalText(schemaOf(page, each))}`)
      .join("\n"),
    16,
  );
}

function freeName(name: string, identity: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const suffixed = `${name}_${identity}`;
  return taken.has(suffixed) ? `${suffixed}_${shortHash(`${name} ${taken.size}`)}` : suffixed;
}

function renameIn(page: PageComponents, name: string, names: ReadonlyMap<string, string>): JsonObject {
  return mapSchema(schemaOf(page, name), renameReferences(names));
}
