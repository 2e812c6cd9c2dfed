import type { ProjectRequest } from "../load-project.ts";
import { shellWord } from "./shell-word.ts";

/**
 * A command line for the reader to paste: docket is a dev dependency, so it goes through npx, and it names the documents
 * and the configuration that the command which prints it was given.
 */
export function docketCommand(words: readonly string[], { documents, config }: ProjectRequest): string {
  const named = [...option("--documents", documents), ...option("--config", config)];
  return ["npx", "docket", ...words, ...named].map(shellWord).join(" ");
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}
