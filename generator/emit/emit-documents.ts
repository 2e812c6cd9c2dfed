import type { EmittedFiles, Plan } from "../plan.ts";
import { emitLicense } from "./emit-license.ts";
import { emitOpenapi } from "./emit-openapi.ts";
import { emitPackageJson } from "./emit-package-json.ts";
import { emitReadme } from "./emit-readme.ts";
import { passGate } from "./pass-gate.ts";

/** Plan → what else the generated package holds: `openapi.yaml`, `README.md`, `package.json`, and `LICENSE` where one is stated. */
export function emitDocuments(plan: Plan): EmittedFiles {
  return passGate([emitOpenapi(plan), emitReadme(plan), emitPackageJson(plan), ...emitLicense(plan)], plan);
}
