import type { Context, JobAt } from "./context.ts";
import type { Reading } from "./interpret-answer.ts";
import type { Scope } from "./scope.ts";

/** Follows the status stream of a job; ends when the stream ends or fails, and polling goes on from there. */
export type StreamStatus = (
  job: JobAt,
  logs: boolean,
  context: Context,
  scope: Scope,
) => AsyncGenerator<Reading, undefined>;
