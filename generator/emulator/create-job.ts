import type { Schema } from "../document.ts";
import type { Schemas } from "./check-body.ts";
import type { EmulatorState } from "./emulator-state.ts";
import type { Endpoint } from "./endpoint-table.ts";
import type { Job } from "./job.ts";
import { randomSeed, randomUuid } from "./random.ts";
import { flattenSchema } from "./sample-value.ts";
import { type WireObject, wireMember } from "./wire-value.ts";

/** A new job for this input, not yet in the queue. */
export function createJob(state: EmulatorState, endpoint: Endpoint, input: WireObject, now: number): Job {
  const { settings, random } = state;
  const resolved = { ...defaultsOf(endpoint.input.schema ?? {}, state.table.schemas), ...input };
  const seed = wireMember(input, "seed");
  const timing = settings.timing({ endpoint: endpoint.id, input, number: state.jobs.size });
  return {
    id: randomUuid(random),
    endpoint: endpoint.id,
    app: endpoint.app,
    input,
    resolved,
    seed: typeof seed === "number" || typeof seed === "bigint" ? seed : randomSeed(random),
    submittedAt: now,
    timing: { ...timing, queued: timing.queued / settings.speed, running: timing.running / settings.speed },
    ending: { kind: "output", pictures: pictureCount(resolved), flagged: false },
    heedsCancel: true,
  };
}

function defaultsOf(schema: Schema, schemas: Schemas): WireObject {
  const properties = flattenSchema(schema, schemas).properties ?? {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])),
  );
}

function pictureCount(input: WireObject): number {
  const count = Number(wireMember(input, "num_images") ?? 1);
  return Number.isInteger(count) ? Math.min(16, Math.max(1, count)) : 1;
}
