import type { EmittedFile, EmittedFiles, Plan } from "../plan.ts";
import { checkEmitted } from "./check-emitted.ts";

/** The files, or none of them when the gate objects to anything in them. */
export function passGate(files: readonly EmittedFile[], plan: Plan): EmittedFiles {
  const diagnostics = checkEmitted(files, plan);
  return { diagnostics, files: diagnostics.length === 0 ? files : [] };
}
