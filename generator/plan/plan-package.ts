import { collectInto, type Diagnostic } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import type { Plan, PlannedSource } from "../plan.ts";
import { planEndpoints } from "./plan-endpoints.ts";
import { planGateways } from "./plan-gateways.ts";
import { planModels } from "./plan-models.ts";

/** What a plan needs besides the document. */
export interface PlanOptions {
  /** Name of the package: `@docket/fal`. */
  readonly name: string;
  /** Its version, SemVer. */
  readonly version: string;
  /** Version of the docket that writes it. */
  readonly generatorVersion: string;
  readonly sources: readonly PlannedSource[];
}

/** Decides every name, table and order of the package that a document becomes. */
export function planPackage(
  document: Document,
  options: PlanOptions,
): { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = collectInto(diagnostics);
  const endpoints = planEndpoints(document, report);
  const plan: Plan = {
    package: { name: options.name, version: options.version, generator: options.generatorVersion },
    document,
    gateways: planGateways(document, endpoints, report),
    endpoints,
    models: planModels(document, endpoints),
    sources: [...options.sources].sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
  return { plan, diagnostics };
}
