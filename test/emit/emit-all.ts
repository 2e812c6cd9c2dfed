import { emitCode } from "../../generator/emit/emit-code.ts";
import { emitDocuments } from "../../generator/emit/emit-documents.ts";
import type { EmittedFile, Plan } from "../../generator/plan.ts";

/** Every file of the generated package but its lock file and `dist/`, in the order of their paths. */
export function emitAll(plan: Plan): readonly EmittedFile[] {
  return [emitCode(plan), emitDocuments(plan)]
    .flatMap(({ files }) => files)
    .filter(({ path }) => !path.startsWith("dist/"))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
