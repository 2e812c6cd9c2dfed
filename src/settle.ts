import type { AskJob } from "./ask-job.ts";
import { backoff, politeWait } from "./backoff.ts";
import type { Context } from "./context.ts";
import type { Reading } from "./interpret-answer.ts";
import type { Scope } from "./scope.ts";

/** Asks until the answer says something about the job, four times at most; then the answer is the last trouble. */
export async function settle(ask: AskJob, { random }: Context, scope: Scope): Promise<Reading> {
  for (let tries = 0; ; tries++) {
    const reading = await ask(scope);
    const again = reading.kind === "busy" || reading.kind === "odd";
    if (!again || tries > 2 || (reading.wait ?? 0) >= scope.left()) return reading;
    await scope.sleep(Math.max(politeWait(reading.wait ?? 0, random), backoff(tries, random)));
  }
}
