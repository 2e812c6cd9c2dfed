import { relative } from "node:path";
import type { Files } from "../../generator/host.ts";

/** Files that are there only for a test, by their path below `root`; text is UTF-8. They cannot be changed. */
export function memoryFiles(root: string, contents: { readonly [path: string]: string | Uint8Array }): Files {
  const bytesOf = new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    ]),
  );
  const below = (folder: string): readonly string[] =>
    [...bytesOf.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
  return {
    read: async (path) => {
      const name = relative(root, path);
      return bytesOf.get(name) ?? (below(name).length > 0 ? "not-a-file" : "missing");
    },
    list: async (path) => {
      const name = relative(root, path);
      if (bytesOf.has(name)) return "not-a-folder";
      const names = below(name);
      return names.length > 0 ? [...names].sort() : "missing";
    },
    change: async () => {
      throw new Error("Files of a test are not to be changed.");
    },
  };
}
