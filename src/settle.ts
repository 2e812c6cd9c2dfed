import type { AskJob } from "./ask-job.ts";
import type { Context } from "./context.ts";
import type { Reading } from "./interpret-answer.ts";
import { retryDelay } from "./retry-delay.ts";
import type { Scope } from "./scope.ts";

/** Asks until the answer says something about the job, four times at most; then the answer is the last trouble. */
export async function settle(ask: AskJob, { random }: Context, scope: Scope): Promise<Reading> {
  for (let tries = 0; ; tries++) {
    const reading = await ask(scope);
    const { kind, wait = 0 } = reading;
    if ((kind !== "busy" && kind !== "odd") || tries > 2 || wait >= scope.left()) return reading;
    await scope.sleep(retryDelay(tries, wait, random));
  }
}
