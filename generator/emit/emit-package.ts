import type { EmittedFile, Plan } from "../plan.ts";
import { emitApi } from "./emit-api.ts";
import { emitConstraints } from "./emit-constraints.ts";
import { emitDefaults } from "./emit-defaults.ts";
import { emitEndpoint } from "./emit-endpoint.ts";
import { emitEndpoints } from "./emit-endpoints.ts";
import { emitGateways } from "./emit-gateways.ts";
import { emitIndex } from "./emit-index.ts";
import { emitOpenapi } from "./emit-openapi.ts";
import { emitPackageJson } from "./emit-package-json.ts";
import { emitPaths } from "./emit-paths.ts";
import { emitReadme } from "./emit-readme.ts";
import { emitSchemas } from "./emit-schemas.ts";
import type { ModuleStructure } from "./module-structure.ts";
import { printModule } from "./print-module.ts";
import { typeNamesOf } from "./type-names.ts";

/** Every file of the generated package but its lock file and `dist/`, in the order of their paths. */
export function emitPackage(plan: Plan): readonly EmittedFile[] {
  const modules = emitModules(plan).map((module) => ({ path: module.path, text: printModule(module) }));
  const files = [...modules, emitPaths(plan), emitOpenapi(plan), emitReadme(plan), emitPackageJson(plan)];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function emitModules(plan: Plan): readonly ModuleStructure[] {
  const typeNames = typeNamesOf(plan);
  return [
    emitApi(plan),
    emitConstraints(plan),
    emitDefaults(plan),
    emitEndpoints(plan),
    emitGateways(plan),
    emitIndex(plan),
    ...(plan.models.length === 0 ? [] : [emitSchemas(plan, typeNames)]),
    ...plan.endpoints.map((endpoint) => emitEndpoint(plan, endpoint, typeNames)),
  ];
}
