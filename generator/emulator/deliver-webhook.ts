import type { EmulatorState } from "./emulator-state.ts";
import { type JobState, nextChange, stateAt } from "./job.ts";
import { jobOutput } from "./job-output.ts";
import { printWire, type WireObject } from "./wire-value.ts";

/**
 * Waits until a job has ended and posts its outcome, signed, to `target`. Only loopback addresses are called, so that a
 * caller cannot make the emulator knock elsewhere; pictures are linked at `origin`. Never rejects: nobody waits for it.
 */
export async function deliverWebhook(state: EmulatorState, id: string, target: string, origin: string): Promise<void> {
  if (!isLoopback(target)) return;
  try {
    await untilFinal(state, id);
    const now = state.settings.now();
    const body = printWire(payload(state, id, now, origin));
    const headers = { "content-type": "application/json", ...state.signer.headers(id, body, now) };
    await state.settings.deliver(
      new Request(target, { method: "POST", headers, body, redirect: "manual", signal: state.closed }),
    );
  } catch {
    // Real webhooks are tried again ten times; here the receiver is on the same machine, and a test sees that none came.
  }
}

/** Whether a URL leads to this machine. */
export function isLoopback(target: string): boolean {
  if (!URL.canParse(target)) return false;
  const { protocol, hostname, username } = new URL(target);
  const local = hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return local && username === "" && (protocol === "http:" || protocol === "https:");
}

async function untilFinal(state: EmulatorState, id: string): Promise<void> {
  const { now, sleep } = state.settings;
  for (;;) {
    const job = state.jobs.get(id);
    const next = job === undefined ? undefined : nextChange(job, now());
    if (next === undefined) return;
    await sleep(Math.max(1, Math.ceil(next - now())), state.closed);
  }
}

function payload(state: EmulatorState, id: string, now: number, origin: string): WireObject {
  const job = state.jobs.get(id);
  const outcome: JobState = job === undefined ? { kind: "expired" } : stateAt(job, now);
  const common = { request_id: id, gateway_request_id: id };
  if (job !== undefined && outcome.kind === "done")
    return { ...common, status: "OK", payload: jobOutput(state, job, origin) };
  const detail = outcome.kind === "failed" ? outcome.failure.detail : "Request was cancelled by the client";
  const code = outcome.kind === "failed" ? outcome.failure.code : 499;
  return { ...common, status: "ERROR", error: `Invalid status code: ${code}`, payload: { detail } };
}
