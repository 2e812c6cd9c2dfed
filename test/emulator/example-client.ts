import { type Client, defineClient, type SharedOptions } from "@docket/runtime";
import { clientTables } from "../../generator/pipeline.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import type { Plan } from "../../generator/plan.ts";
import { exampleDocument } from "./example-document.ts";

/** The types that a package generated from {@link exampleDocument} would hand to the runtime. */
export interface ExampleSchema {
  readonly endpoints: {
    readonly "fal-ai/flux-1/dev": {
      readonly input: { readonly prompt: string; readonly seed?: number | bigint; readonly num_images?: number };
      readonly output: { readonly images: readonly { readonly url: string }[]; readonly seed: number | bigint };
    };
  };
  readonly gateways: {
    readonly alpha: {
      readonly endpoints: "fal-ai/flux-1/dev";
      readonly protocol: "fal-gateway";
      readonly server: true;
    };
    readonly fal: { readonly endpoints: "fal-ai/flux-1/dev"; readonly protocol: "fal"; readonly server: true };
  };
}

/** The plan of the example document. */
export const examplePlan: Plan = planPackage(exampleDocument, {
  name: "example",
  version: "1.0.0",
  generatorVersion: "0",
  sources: [],
}).plan;

/** The client that Docket would generate from the example document. */
export function exampleClient(
  gateway: "alpha" | "fal",
  { baseUrl, credentials, ...shared }: SharedOptions & { readonly baseUrl: string; readonly credentials: string },
): Client<ExampleSchema, "alpha" | "fal"> {
  const createClient = defineClient<ExampleSchema>(JSON.parse(JSON.stringify(clientTables(examplePlan))));
  return createClient<"alpha" | "fal">({ gateways: [{ gateway, baseUrl, credentials }], ...shared });
}
