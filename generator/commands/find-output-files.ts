import { isObject } from "../json.ts";

/** The URLs of the files in a model's output: of each object with a `url`, wherever it stands, in order, each once. */
export function findOutputFiles(output: unknown): readonly string[] {
  const found = new Set<string>();
  // The gateway's echo of the input names pictures too, but not ones the model made.
  const waiting: unknown[] = [isObject(output) ? { ...output, request: null } : output];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (isObject(value) && typeof value.url === "string") found.add(value.url);
    else if (isObject(value) || Array.isArray(value))
      for (const part of Object.values(value).reverse()) waiting.push(part);
  }
  return [...found];
}
