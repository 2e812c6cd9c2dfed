import type { EmulatorState } from "./emulator-state.ts";
import { falStatusBody, type Logs } from "./fal-answers.ts";
import { nextChange } from "./job.ts";
import type { Reply } from "./reply.ts";
import { printWire } from "./wire-value.ts";

/**
 * `GET …/status/stream`: one event per change of state, until the job has ended; then the stream closes.
 * Frames have no name and no id: https://fal.ai/docs/inference-api/queue/status-stream
 */
export function statusStream(state: EmulatorState, id: string, logs: Logs, signal: AbortSignal): Reply {
  const stop = new AbortController();
  const ended = AbortSignal.any([stop.signal, signal, state.closed]);
  const events = streamEvents(state, id, logs, ended);
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await events.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new TextEncoder().encode(next.value));
    },
    cancel: () => stop.abort(new DOMException("the reader left", "AbortError")),
  });
  const headers = { "content-type": "text/event-stream", "cache-control": "no-store" };
  return { kind: "reply", status: 200, headers, body: { kind: "stream", stream } };
}

async function* streamEvents(
  state: EmulatorState,
  id: string,
  logs: Logs,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const { now, sleep, linkOrigin } = state.settings;
  yield ": ping\n\n";
  for (;;) {
    const job = state.jobs.get(id);
    if (job === undefined) return;
    yield `data: ${printWire(falStatusBody(job, now(), linkOrigin, logs))}\n\n`;
    const next = nextChange(job, now());
    if (next === undefined) return;
    await sleep(Math.max(1, Math.ceil(next - now())), signal);
  }
}
