import type { EmittedFile } from "../plan.ts";
import { declareModule } from "./declare-module.ts";
import { parseModule } from "./parse-module.ts";
import { stripTypes } from "./strip-types.ts";

/**
 * `dist/`: JavaScript and declarations of emitted modules that the gate let pass. Both are cut out of the text that it
 * read, so that nothing enters here that it has not seen; a compiler's program would say the same in many times the time.
 */
export function buildDist(files: readonly EmittedFile[]): readonly EmittedFile[] {
  const modules = files.filter(({ path }) => path.startsWith("src/") && path.endsWith(".ts"));
  return modules.flatMap(buildModule);
}

function buildModule(module: EmittedFile): readonly EmittedFile[] {
  const base = module.path.replace(/^src\//, "dist/").replace(/\.ts$/, "");
  const [script, declaration] = isTypesOnly(module)
    ? ["export {};\n", module.text]
    : [stripTypes(parseModule(module)), declareModule(parseModule(module))];
  return [
    { path: `${base}.d.ts`, text: declaration },
    { path: `${base}.js`, text: script },
  ];
}

/** Whether a module holds interfaces and type aliases alone: such text is its own declaration file. */
function isTypesOnly({ text }: EmittedFile): boolean {
  return !/^(?:import|export (?:const|type [{*]|[{*]))/m.test(text);
}
