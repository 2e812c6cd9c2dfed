import type { EmittedFile, EmittedFiles, Plan } from "../plan.ts";
import { buildDist } from "./build-dist.ts";
import { checkEmitted } from "./check-emitted.ts";
import { emitLicense } from "./emit-license.ts";
import { emitModules } from "./emit-modules.ts";
import { emitOpenapi } from "./emit-openapi.ts";
import { emitPackageJson } from "./emit-package-json.ts";
import { emitPaths } from "./emit-paths.ts";
import { emitReadme } from "./emit-readme.ts";
import { printModule } from "./print-module.ts";

/** Plan → `src/` and `dist/` of the generated package. All that needs TypeScript happens here. */
export function emitCode(plan: Plan): EmittedFiles {
  const modules = emitModules(plan).map((module) => ({ path: module.path, text: printModule(module) }));
  const passed = passGate([...modules, emitPaths(plan)], plan);
  return { ...passed, files: [...passed.files, ...buildDist(passed.files)] };
}

/** Plan → what else the generated package holds: `openapi.yaml`, `README.md`, `package.json`, `LICENSE`. */
export function emitDocuments(plan: Plan): EmittedFiles {
  return passGate([emitOpenapi(plan), emitReadme(plan), emitPackageJson(plan), emitLicense()], plan);
}

function passGate(files: readonly EmittedFile[], plan: Plan): EmittedFiles {
  const diagnostics = checkEmitted(files, plan);
  return { diagnostics, files: diagnostics.length === 0 ? files : [] };
}
