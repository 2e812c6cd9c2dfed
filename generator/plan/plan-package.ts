import { collectInto, type Diagnostic } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import type { Plan, PlannedPackage, PlannedSource } from "../plan.ts";
import { planEndpoints } from "./plan-endpoints.ts";
import { planGateways } from "./plan-gateways.ts";
import { planModels } from "./plan-models.ts";

/** What a plan needs besides the document. */
export interface PlanOptions {
  /** Name of the package: `@docket/fal`. */
  readonly name: string;
  /** Its version, SemVer. */
  readonly version: string;
  /** SPDX expression, where somebody stated one. */
  readonly license?: string | undefined;
  readonly author?: string | undefined;
  /** Version of the docket that writes it. */
  readonly generatorVersion: string;
  readonly sources: readonly PlannedSource[];
  /** Endpoints that get a module each; where there are more, they share some. Default: 2,000. */
  readonly maxEndpointModules?: number | undefined;
}

/** Decides every name, table and order of the package that a document becomes. */
export function planPackage(
  document: Document,
  options: PlanOptions,
): { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = collectInto(diagnostics);
  const endpoints = planEndpoints(document, report, options.maxEndpointModules);
  const plan: Plan = {
    package: planPackageFacts(options),
    document,
    gateways: planGateways(document, endpoints, report),
    endpoints,
    models: planModels(document, endpoints),
    sources: [...options.sources].sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
  return { plan, diagnostics };
}

function planPackageFacts({ name, version, license, author, generatorVersion }: PlanOptions): PlannedPackage {
  return {
    name,
    version,
    ...(license === undefined ? {} : { license }),
    ...(author === undefined ? {} : { author }),
    generator: generatorVersion,
  };
}
