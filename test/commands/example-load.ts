import type { LoadedPlan, LoadPlan } from "../../generator/commands/load-plan.ts";
import { clientTables } from "../../generator/pipeline.ts";
import { examplePlan } from "../emulator/example-client.ts";

/** Gives commands the example document instead of files. */
export const exampleLoaded: LoadedPlan = {
  plan: examplePlan,
  tables: clientTables(examplePlan),
  gatewayIds: ["alpha", "fal"],
};

/** {@link LoadPlan} that gives it. */
export const exampleLoad: LoadPlan = () => Promise.resolve(exampleLoaded);
