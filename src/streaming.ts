import { createParser } from "eventsource-parser";
import type { Context, JobAt } from "./context.ts";
import { interpretAnswer, type Reading } from "./interpret-answer.ts";
import { operationPath } from "./protocol.ts";
import type { QueueLog } from "./queue-update.ts";
import { openScope, type Scope } from "./scope.ts";
import type { StreamStatus } from "./stream-status.ts";

/**
 * Follows a job by the status stream instead of polling: `subscribe(id, { input, mode: streaming })`. A module of its own,
 * so that only who streams pays for the parser. Where the stream fails, stalls or is none, polling takes over.
 * @see https://docs.fal.ai/model-apis/model-endpoints/queue
 */
export const streaming: StreamStatus = async function* (job, logs, context, scope) {
  const soFar: QueueLog[] = [];
  try {
    for await (const text of readEvents(job, logs, context, scope)) {
      const reading = readEvent(job, text, soFar);
      if (reading) yield reading;
      if (reading?.kind === "ready") break;
    }
  } catch {
    // Polling finds out what is wrong, and says so.
  }
  return undefined;
};

/** The data of each event. Throws when there is no stream, when it breaks, and when it is silent for too long. */
async function* readEvents(job: JobAt, logs: boolean, context: Context, scope: Scope): AsyncGenerator<string> {
  const { line, endpoint, requestId } = job;
  const path = operationPath(line.protocol.stream ?? "", endpoint.path, requestId);
  const headers = { accept: "text/event-stream" };
  const query = logs ? { logs: "1" } : {};
  const response = await line.attempt.open({ method: "GET", path, query, headers }, scope);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const arrived: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => arrived.push(data) });
  try {
    for (let quiet = 0; reader && isEventStream(response); ) {
      const { done, value } = await inTime(reader.read(), context, scope);
      if (done) return;
      parser.feed(value);
      quiet = arrived.length ? 0 : quiet + value.length;
      // A frame that never ends would fill the memory.
      if (quiet > context.maxBodyBytes) return;
      yield* arrived.splice(0);
    }
  } finally {
    // Not awaited: a server that does not let go must not hold the call.
    reader?.cancel().catch(() => {});
  }
}

function isEventStream({ ok, headers }: Response): boolean {
  return ok && /^text\/event-stream/i.test(headers.get("content-type") ?? "");
}

/** The next chunk, keep-alives included, within the time one request may take. */
async function inTime<T>(chunk: Promise<T>, { clock, requestTimeout }: Context, scope: Scope): Promise<T> {
  const turn = openScope(clock, requestTimeout, scope.signal);
  try {
    return await turn.race(chunk);
  } finally {
    turn.close();
  }
}

/** A reading of one event, its log lines added to those before: the stream sends each once. */
function readEvent({ line, requestId, endpoint }: JobAt, text: string, soFar: QueueLog[]): Reading | undefined {
  const answer = { method: "GET", url: line.baseUrl, status: 200, headers: new Headers(), text };
  const reading = interpretAnswer(answer, {
    protocol: line.protocol,
    requestId,
    role: "status",
    resultFields: endpoint.result,
  });
  const { kind, update } = reading;
  if (!update) return kind === "failed" ? reading : undefined;
  soFar.push(...update.logs);
  return { ...reading, update: { ...update, logs: [...soFar] } };
}
