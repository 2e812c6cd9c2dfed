import type { EmittedFiles, Plan } from "../plan.ts";
import { buildDist } from "./build-dist.ts";
import { emitModules } from "./emit-modules.ts";
import { emitPaths } from "./emit-paths.ts";
import { passGate } from "./pass-gate.ts";
import { printModule } from "./print-module.ts";

/** Plan → `src/` and `dist/` of the generated package. All that needs TypeScript happens here. */
export function emitCode(plan: Plan): EmittedFiles {
  const modules = emitModules(plan).map((module) => ({ path: module.path, text: printModule(module) }));
  const passed = passGate([...modules, emitPaths(plan)], plan);
  return { ...passed, files: [...passed.files, ...buildDist(passed.files)] };
}
