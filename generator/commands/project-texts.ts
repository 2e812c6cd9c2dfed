import type { LoadedProject } from "../project.ts";

/** The texts of a project's files, by path as diagnostics show it, for excerpts. Bytes that are no UTF-8 show as U+FFFD. */
export function textsOf(loaded: LoadedProject): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  const files = [...loaded.project.pages, ...loaded.project.overlays];
  return new Map([...loaded.texts, ...files.map(({ path, bytes }) => [path, decoder.decode(bytes)] as const)]);
}
