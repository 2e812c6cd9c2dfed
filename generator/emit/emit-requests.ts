import type { JsonObject } from "../json.ts";
import type { Plan } from "../plan.ts";
import { generatedHeader } from "./generated-header.ts";
import type { ModuleStructure } from "./module-structure.ts";

/** `src/requests.ts`: how requests of plain operations are written where defaults do not do; written only where some are. */
export function emitRequests(plan: Plan, requests: JsonObject): ModuleStructure {
  return {
    path: "src/requests.ts",
    header: generatedHeader(plan),
    imports: [],
    statements: [
      {
        kind: "table",
        name: "requests",
        doc: ["Media types of bodies that are no JSON, and styles of queries, by operation."],
        value: requests,
      },
    ],
  };
}
