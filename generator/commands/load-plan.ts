import { hasErrors } from "../diagnostic.ts";
import type { Host } from "../host.ts";
import { loadProject, type ProjectRequest } from "../load-project.ts";
import { paintFor } from "../paint.ts";
import type { ClientTablesJson } from "../pipeline.ts";
import type { Plan } from "../plan.ts";
import { countDiagnostics, printDiagnostics } from "../print-diagnostics.ts";
import { textsOf } from "./project-texts.ts";

/** What the documents of a project come to: the plan, and the tables of a client made from it. */
export interface LoadedPlan {
  readonly plan: Plan;
  /** `gateways`, `endpoints`, `defaults` and `constraints`, as a generated package holds them. */
  readonly tables: ClientTablesJson;
  /** Ids of the gateways in the order of `docket.yaml`: where nothing else decides, the first one is meant. */
  readonly gatewayIds: readonly string[];
}

/** Reads the documents of a project into a plan; undefined when they hold an error. */
export type LoadPlan = (host: Host, request: ProjectRequest) => Promise<LoadedPlan | undefined>;

/** {@link LoadPlan} from the files of the host; errors are printed, other diagnostics are left to `docket generate`. */
export const loadPlan: LoadPlan = async (host, request) => {
  const loaded = await loadProject(host, request);
  // The stages weigh more than the command: a wrong path is told without them.
  const { clientTables, normalizeProject, planProject } = await import("../pipeline.ts");
  const normalized = normalizeProject(loaded.project);
  const { plan, diagnostics } = planProject(loaded.project, normalized);
  const all = [...loaded.diagnostics, ...normalized.diagnostics, ...diagnostics];
  const gatewayIds = loaded.project.config.gateways.map(({ id }) => id);
  if (!hasErrors(all)) return { plan, tables: clientTables(plan), gatewayIds };
  const errors = all.filter(({ severity }) => severity === "error");
  host.err(`${printDiagnostics(errors, textsOf(loaded), paintFor(host))}${countDiagnostics(errors)}\n`);
  return undefined;
};
