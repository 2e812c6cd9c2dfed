import type { Context, JobAt, Line } from "./context.ts";
import { attach, ConnectionError, type DocketError, SubmitUncertainError } from "./errors.ts";
import type { Scope } from "./scope.ts";
import { type Submission, submitJob } from "./submit-job.ts";

/** Failures in a row after which a gateway is asked last, and for how many milliseconds. */
const CIRCUIT_FAILURES = 3;
const CIRCUIT_REST = 30_000;

/** Hands a job in at the first gateway that takes it. The next is tried only when the one before surely did not. */
export async function handIn(
  lines: readonly Line[],
  job: (line: Line) => Submission,
  settings: Context,
  scope: Scope,
): Promise<JobAt> {
  const rests = (line: Line): boolean => line.circuit.openUntil > settings.clock.now();
  const ordered = [...lines.filter((line) => !rests(line)), ...lines.filter(rests)];
  for (let next = 0; ; ) {
    const line = ordered[next++];
    if (!line) throw new Error("A client has at least one gateway.");
    const isLast = next === ordered.length;
    const verdict = await submitJob(line, job(line), settings, scope, isLast ? 3 : 0).catch((error) => {
      if (error instanceof SubmitUncertainError) count(line, settings, "failure");
      throw error;
    });
    if ("taken" in verdict) {
      count(line, settings, "success");
      return verdict.taken;
    }
    const { refused } = verdict;
    const elsewhere = mayGoElsewhere(refused);
    if (elsewhere) count(line, settings, "failure");
    if (isLast || !elsewhere) throw attach(refused, { gateway: line.id });
    settings.warn({ code: "failover", message: `Gateway "${line.id}" did not take the job: ${refused.message}` });
  }
}

function count({ circuit }: Line, { clock }: Context, outcome: "failure" | "success"): void {
  circuit.failures = outcome === "success" ? 0 : circuit.failures + 1;
  if (circuit.failures >= CIRCUIT_FAILURES) circuit.openUntil = clock.now() + CIRCUIT_REST;
}

/** Whether another gateway may say yes where this one said no: not when it is the input that is wrong. */
function mayGoElsewhere(refused: DocketError): boolean {
  return refused instanceof ConnectionError || [401, 402, 403, 404, 405, 425, 429, 503].includes(refused.status ?? 0);
}
