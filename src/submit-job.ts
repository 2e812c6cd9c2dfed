import { answerError } from "./answer-error.ts";
import type { Answer } from "./attempt.ts";
import type { Context, JobAt, Line } from "./context.ts";
import { surelyNotSent } from "./describe-cause.ts";
import { ConnectionError, DocketError, ProtocolError, RateLimitError, SubmitUncertainError } from "./errors.ts";
import { interpretAnswer, nameOddity, tryJson } from "./interpret-answer.ts";
import { parseRetryAfter } from "./parse-retry-after.ts";
import { fieldsOf, readProblem } from "./read-problem.ts";
import { retryDelay } from "./retry-delay.ts";
import type { Scope } from "./scope.ts";
import type { EndpointEntry } from "./tables.ts";

/** A job to hand in. */
export interface Submission {
  readonly endpointId: string;
  readonly endpoint: EndpointEntry;
  readonly input: unknown;
  readonly query: { readonly [name: string]: string };
  readonly headers: { readonly [name: string]: string };
}

/** What a gateway did with a submission: took it, or surely did not. */
export type Verdict =
  | { readonly taken: JobAt }
  | { readonly refused: DocketError; readonly retry: boolean; readonly wait?: number | undefined };

/**
 * Hands a job in at one gateway. Sends again, at most `retries` times, only what the gateway surely did not take; throws
 * `SubmitUncertainError` when nobody can say.
 */
export async function submitJob(
  line: Line,
  job: Submission,
  context: Context,
  scope: Scope,
  retries: number,
): Promise<Verdict> {
  for (let tries = 0; ; tries++) {
    const verdict = await submitOnce(line, job, context, scope);
    if ("taken" in verdict) return verdict;
    const { refused, retry, wait = 0 } = verdict;
    const renewed = refused.status === 401 && line.keys.renewable && !tries;
    if (!(renewed || (retry && tries < retries)) || wait >= scope.left()) return verdict;
    const delay = retryDelay(tries, wait, context.random);
    if (refused instanceof RateLimitError) context.slots.pause(delay);
    await scope.sleep(delay);
  }
}

async function submitOnce(line: Line, job: Submission, { clock }: Context, scope: Scope): Promise<Verdict> {
  const { endpoint, input, query, headers } = job;
  let sent = false;
  const onSend = (): void => {
    sent = true;
  };
  const since = clock.now();
  const call = { method: "POST", path: endpoint.path, query, headers, body: input, onSend } as const;
  const answer = await line.attempt.read(call, scope, "submit").catch((error: unknown): Verdict => {
    if (!sent || !(error instanceof DocketError) || error.status !== undefined) throw error;
    if (error instanceof ConnectionError && surelyNotSent(error.cause)) return { refused: error, retry: true };
    throw new SubmitUncertainError(`${error.message} ${UNCERTAIN}`, { cause: error, gateway: line.id });
  });
  return "text" in answer ? judge(answer, line, job, since) : answer;
}

const UNCERTAIN =
  "Nobody can say whether the gateway took the job, so it was not sent again: look at the account first.";

function judge(answer: Answer, line: Line, job: Submission, since: number): Verdict {
  const { status, headers, text } = answer;
  const ok = status < 300;
  const parsed = tryJson(text);
  const body = fieldsOf(parsed);
  if (ok && body.request_id !== undefined) return { taken: readJob(answer, body, line, job, since) };
  const wait = parseRetryAfter(headers);
  const refused = answerError(answer, parsed, ok ? "The gateway did not take the job." : undefined);
  const explained = readProblem(body).message !== undefined;
  if (status === 429 || status === 425 || (status === 503 && (explained || wait !== undefined)))
    return { refused, retry: true, wait };
  const own = status === 504 && headers.get("x-fal-request-timeout-type") === "user";
  if (own || (ok ? explained : status < 500 && status !== 408)) return { refused, retry: false };
  const problem = ok ? `${nameOddity(text, parsed)} ${UNCERTAIN}` : UNCERTAIN;
  throw answerError(answer, parsed, problem, ok && parsed !== undefined ? ProtocolError : SubmitUncertainError);
}

function readJob(answer: Answer, body: ReturnType<typeof fieldsOf>, line: Line, job: Submission, since: number): JobAt {
  const { request_id: requestId } = body;
  const { endpointId, endpoint } = job;
  const { protocol } = line;
  if (typeof requestId !== "string" || !isRequestId(requestId)) {
    const problem = "The job was taken, but its request id is none that can be asked for.";
    throw answerError(answer, undefined, problem, ProtocolError);
  }
  const role = protocol.result ? "status" : "result";
  const resultFields = endpoint.result ?? protocol.resultFields;
  const reading = interpretAnswer(answer, { protocol, requestId, role, resultFields });
  const urls = { status: body[protocol.statusUrl], result: body[protocol.resultUrl] };
  const known = reading.kind === "unknown" ? {} : { reading };
  return { line, endpointId, endpoint, requestId, urls, since, ...known };
}

/** Whether a request id can stand in a path: anything else could name another path. */
export function isRequestId(id: string): boolean {
  return /^[\w-]{1,128}$/.test(id);
}
