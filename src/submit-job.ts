import { answerError } from "./answer-error.ts";
import type { Answer } from "./attempt.ts";
import { backoff, politeWait } from "./backoff.ts";
import type { Context, JobAt, Line } from "./context.ts";
import { surelyNotSent } from "./describe-cause.ts";
import { ConnectionError, DocketError, ProtocolError, SubmitUncertainError } from "./errors.ts";
import { interpretAnswer, nameOddity, tryJson } from "./interpret-answer.ts";
import { parseRetryAfter } from "./parse-retry-after.ts";
import { fieldsOf, readProblem } from "./read-problem.ts";
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
  settings: Context,
  scope: Scope,
  retries: number,
): Promise<Verdict> {
  for (let tries = 0; ; tries++) {
    const verdict = await submitOnce(line, job, settings, scope);
    if ("taken" in verdict) return verdict;
    const renewed = verdict.refused.status === 401 && line.keys.renewable && !tries;
    if (!renewed && !(verdict.retry && tries < retries)) return verdict;
    const asked = verdict.wait ?? 0;
    if (asked >= scope.left()) return verdict;
    const wait = politeWait(asked, settings.random);
    if (asked) settings.slots.pause(wait);
    await scope.sleep(Math.max(wait, backoff(tries, settings.random)));
  }
}

async function submitOnce(line: Line, job: Submission, settings: Context, scope: Scope): Promise<Verdict> {
  const { endpoint, input, query, headers } = job;
  let sent = false;
  const onSend = (): void => {
    sent = true;
  };
  const call = { method: "POST", path: endpoint.path, query, headers, body: input, onSend } as const;
  const since = settings.clock.now();
  try {
    return judge(await line.attempt.read(call, scope, "submit"), line, job, since);
  } catch (error) {
    if (!sent || !(error instanceof DocketError) || error.status !== undefined) throw error;
    if (error instanceof ConnectionError && surelyNotSent(error.cause)) return { refused: error, retry: true };
    throw new SubmitUncertainError(`${error.message} ${UNCERTAIN}`, { cause: error, gateway: line.id });
  }
}

const UNCERTAIN =
  "Nobody can say whether the gateway took the job, so it was not sent again: look at the account first.";

function judge(answer: Answer, line: Line, job: Submission, since: number): Verdict {
  const { status, headers } = answer;
  const parsed = tryJson(answer.text);
  const body = fieldsOf(parsed);
  if (status < 300 && body.request_id !== undefined) return { taken: readJob(answer, body, line, job, since) };
  const wait = parseRetryAfter(headers);
  const refused = answerError(answer, parsed, status < 300 ? "The gateway did not take the job." : undefined);
  const explained = readProblem(body).message !== undefined;
  if (status === 429 || status === 425 || (status === 503 && (explained || wait !== undefined)))
    return { refused, retry: true, wait };
  const own = status === 504 && headers.get("x-fal-request-timeout-type") === "user";
  if (own || (status > 299 && status < 500 && status !== 408) || (status < 300 && explained))
    return { refused, retry: false };
  const problem = status < 300 ? `${nameOddity(answer.text, parsed)} ${UNCERTAIN}` : UNCERTAIN;
  throw answerError(
    answer,
    parsed,
    problem,
    status < 300 && parsed !== undefined ? ProtocolError : SubmitUncertainError,
  );
}

function readJob(answer: Answer, body: ReturnType<typeof fieldsOf>, line: Line, job: Submission, since: number): JobAt {
  const { request_id: requestId } = body;
  const { endpointId, endpoint } = job;
  if (typeof requestId !== "string" || !isRequestId(requestId)) {
    throw answerError(
      answer,
      undefined,
      "The job was taken, but its request id is none that can be asked for.",
      ProtocolError,
    );
  }
  const { protocol } = line;
  const resultFields = endpoint.result ?? protocol.resultFields;
  const reading = interpretAnswer(answer, {
    protocol,
    requestId,
    role: protocol.result ? "status" : "result",
    resultFields,
  });
  const urls = { status: body[protocol.statusUrl], result: body[protocol.resultUrl] };
  return { line, endpointId, endpoint, requestId, urls, since, ...(reading.kind === "unknown" ? {} : { reading }) };
}

/** Whether a request id can stand in a path: anything else could name another path. */
export function isRequestId(id: string): boolean {
  return /^[\w-]{1,128}$/.test(id);
}
