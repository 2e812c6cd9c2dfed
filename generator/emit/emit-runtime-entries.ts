import type { Plan } from "../plan.ts";
import { generatedHeader } from "./generated-header.ts";
import type { ModuleStructure } from "./module-structure.ts";

/** What the runtime offers beside the client, each an entry of its own, so that only who uses it loads it. */
export const runtimeEntries: readonly string[] = ["proxy", "streaming", "upload", "webhook"];

/** `src/webhook.ts` and its like: the runtime's entries, for callers who install the generated package only. */
export function emitRuntimeEntries(plan: Plan): readonly ModuleStructure[] {
  return runtimeEntries.map((entry) => ({
    path: `src/${entry}.ts`,
    header: generatedHeader(plan),
    imports: [],
    statements: [{ kind: "reexport", from: `@docket/runtime/${entry}`, names: "*", only: "values" }],
  }));
}
