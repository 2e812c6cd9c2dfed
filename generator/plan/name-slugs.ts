import { createHash } from "node:crypto";

const longest = 100;

/** File names that mean something to Node, npm, operating systems or the generated package itself. */
const reserved = new Set([
  ...["index", "package", "tsconfig", "node-modules", "constructor", "then", "client", "defaults"],
  ...["con", "prn", "aux", "nul", ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [`com${n}`, `lpt${n}`])],
]);

/** For each id a file name without extension: `[a-z0-9-]`, at most 109 characters, unique, no reserved name. */
export function nameSlugs(ids: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(slugOf(id), (counts.get(slugOf(id)) ?? 0) + 1);
  return new Map(ids.map((id) => [id, distinctSlug(id, counts)]));
}

/** Ids that would share a slug all get a hash, so that none depends on which others there are before it. */
function distinctSlug(id: string, counts: ReadonlyMap<string, number>): string {
  const slug = slugOf(id);
  const plain = slug !== "" && slug.length <= longest && counts.get(slug) === 1 && !reserved.has(slug);
  if (plain) return slug;
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 8);
  return `${slug === "" ? "endpoint" : slug.slice(0, longest)}-${hash}`;
}

function slugOf(id: string): string {
  const words =
    id
      .slice(0, 4 * longest)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-");
}
