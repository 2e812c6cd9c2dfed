import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/** Documents that become one package. */
export interface CorpusCase {
  readonly name: string;
  readonly kind: "alone" | "together";
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

const documentEndings = /\.(md|txt|ya?ml|json)$/;

/**
 * The cases of a folder: each document alone, then each group together. Groups come from the second column of an
 * `index.tsv` (`owner/repository/…` or a URL), else from subfolders, else the whole folder is one.
 */
export function listCases(folder: string): readonly CorpusCase[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => documentEndings.test(path) && statSync(join(folder, path)).isFile())
    .sort();
  const files = paths.map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }));
  const groupOf = readGroups(folder);
  const groups = new Map<string, { path: string; bytes: Uint8Array }[]>();
  for (const file of files) {
    const group =
      groupOf.get(basename(file.path)) ?? (file.path.includes("/") ? (file.path.split("/")[0] ?? "") : "all");
    groups.set(group, [...(groups.get(group) ?? []), file]);
  }
  const together = [...groups].filter(([, members]) => members.length > 1);
  return [
    ...files.map((file): CorpusCase => ({ name: file.path, kind: "alone", files: [file] })),
    ...together.map(([name, members]): CorpusCase => ({ name, kind: "together", files: members })),
  ];
}

function readGroups(folder: string): ReadonlyMap<string, string> {
  try {
    const rows = readFileSync(join(folder, "index.tsv"), "utf8").split("\n").slice(1);
    return new Map(
      rows
        .map((row) => row.split("\t"))
        .map(([file = "", source = ""]) => [file, ownerOf(source)] as const)
        .filter(([file, owner]) => file !== "" && owner !== ""),
    );
  } catch {
    return new Map();
  }
}

/** `owner/repository` of a repository, the host of a web page; empty when the column says something else. */
function ownerOf(source: string): string {
  if (URL.canParse(source) && /^https?:/.test(source)) return new URL(source).host;
  const [owner, repository] = source.split("/");
  return owner !== undefined && repository !== undefined ? `${owner}/${repository}` : "";
}
