import type { SourceFile } from "typescript";
import { lazyModule } from "../lazy-module.ts";
import type { EmittedFile } from "../plan.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");
const parsed = new WeakMap<EmittedFile, SourceFile>();

/** The syntax of an emitted module, without parents; the gate and `dist/` look at the same tree, so it is made once a file. */
export function parseModule(file: EmittedFile): SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const { createSourceFile, JSDocParsingMode, ScriptTarget } = loadTypeScript();
  const how = { languageVersion: ScriptTarget.ES2023, jsDocParsingMode: JSDocParsingMode.ParseNone };
  const source = createSourceFile(file.path, file.text, how, false);
  parsed.set(file, source);
  return source;
}
