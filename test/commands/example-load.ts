import type { LoadPlan } from "../../generator/commands/load-plan.ts";
import { clientTables } from "../../generator/pipeline.ts";
import { examplePlan } from "../emulator/example-client.ts";

/** Gives commands the example document instead of files. */
export const exampleLoad: LoadPlan = () => Promise.resolve({ plan: examplePlan, tables: clientTables(examplePlan) });
