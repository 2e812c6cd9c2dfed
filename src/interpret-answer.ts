import { answerError, type ErrorClass } from "./answer-error.ts";
import type { Answer } from "./attempt.ts";
import { type DocketError, JobCancelledError, JobFailedError, ProtocolError } from "./errors.ts";
import { parseJson } from "./parse-json.ts";
import { parseRetryAfter } from "./parse-retry-after.ts";
import type { JobState, QueueProtocol } from "./queue-protocol.ts";
import type { QueueLog, QueueUpdate } from "./queue-update.ts";
import { fieldsOf } from "./read-problem.ts";

/** What an answer about a job means. */
export interface Reading {
  /**
   * With an `update`: the job is `pending`; `unknown`, as the gateway has its own word for it; `ready`, its result at another
   * address; or `done`. With an `error`: it `failed`, which ends the wait; or the answer says nothing about the job, so ask
   * again, until the deadline when the gateway is `busy`, a few times when it is `odd`, elsewhere when it is `missing`.
   */
  readonly kind: "pending" | "unknown" | "ready" | "done" | "failed" | "busy" | "odd" | "missing";
  readonly update?: QueueUpdate;
  /** The result, when `done`. */
  readonly data?: unknown;
  readonly error?: DocketError;
  /** Milliseconds the gateway asks to wait. */
  readonly wait?: number | undefined;
}

/** What is asked about. */
export interface Question {
  readonly protocol: QueueProtocol;
  readonly requestId: string;
  /** Fields of which a result shows at least one; absent where any object is a result. */
  readonly resultFields: readonly string[] | undefined;
  /** Whether this address gives the result, or only the status. */
  readonly role: "status" | "result";
}

type Body = { readonly [name: string]: unknown };
type Fail = (kind: Reading["kind"], problem?: string, Class?: ErrorClass) => Reading;

/** Decides by the body first and by the status code where the body leaves it open. */
export function interpretAnswer(answer: Answer, question: Question): Reading {
  const { status, headers, text } = answer;
  const parsed = tryJson(text);
  const body = fieldsOf(parsed);
  const wait = parseRetryAfter(headers);
  const fail: Fail = (kind, problem, Class) => ({ kind, wait, error: answerError(answer, parsed, problem, Class) });
  if (status === 401) return fail("failed");
  if (status === 429 || status === 408 || status === 425) return fail("busy");
  if (status === 403) return fail("odd");
  const state = stateOf(body, question.protocol);
  if (state === "IN_QUEUE" || state === "IN_PROGRESS")
    return { kind: "pending", update: readUpdate(question, body, state), wait };
  if (state === "CANCELLED") return fail("failed", "The job was cancelled.", JobCancelledError);
  if (isVerdict(status, body, question, state)) return fail("failed", "The job failed.", JobFailedError);
  if (status > 499) return fail("busy");
  if (status === 404 || status === 405) return fail("missing");
  if (status > 299) return fail("failed");
  if (isObject(parsed)) return interpretBody(status, body, question, state, fail);
  return fail(isPage(text) ? "missing" : "odd", nameOddity(text, parsed), ProtocolError);
}

/** Of JSON that came with a 2xx: a result, the end of a job without one, an envelope that says no, or a word nobody knows. */
function interpretBody(
  status: number,
  body: Body,
  question: Question,
  state: JobState | undefined,
  fail: Fail,
): Reading {
  const { protocol, resultFields, role } = question;
  const wordless = body.status === undefined;
  const update = readUpdate(question, body, "COMPLETED");
  if (role === "status" && state) return { kind: "ready", update };
  // Old pages of fal wrap the result.
  const data = isObject(body.response) && !body.images ? fieldsOf(body.response) : body;
  const expected = resultFields ?? (role === "result" ? Object.keys(data) : []);
  const shown = expected.filter((name) => Object.hasOwn(data, name));
  // An unknown word means unfinished, whatever else is there: some gateways show pictures early.
  const ended = state || wordless || !resultFields;
  if (ended && (shown.some((name) => hasContent(data[name])) || holdsFile(data))) return { kind: "done", data, update };
  // An address of its own for results gives nothing else once the job is done.
  const final = role === "result" && protocol.result && status === 200 && wordless;
  if (state || (ended && shown.length) || final)
    return fail("failed", "The job ended without a result.", JobFailedError);
  if (wordless && (body.message ?? body.code) !== undefined) return fail("failed");
  if (wordless && status === 202) return { kind: "pending", update: { ...update, status: "IN_PROGRESS" } };
  return { kind: "unknown", update: { ...update, status: "UNKNOWN", reported: body.status } };
}

function stateOf({ status, detail, error_type }: Body, { words }: QueueProtocol): JobState | undefined {
  const state = typeof status === "string" && Object.hasOwn(words, status) ? words[status] : undefined;
  if (state === "IN_QUEUE" || state === "IN_PROGRESS") return state;
  // The result address of fal says so in words: https://fal.ai/docs/inference-api/queue/result
  if (typeof detail === "string" && /in queue/i.test(detail)) return "IN_QUEUE";
  if (typeof detail === "string" && /still in progress/i.test(detail)) return "IN_PROGRESS";
  return /cancelled$/.test(String(error_type)) ? "CANCELLED" : state;
}

/** Whether the answer says that the job, not the request, went wrong. */
function isVerdict(status: number, body: Body, { role }: Question, state: JobState | undefined): boolean {
  if (state === "FAILED" || status === 422 || (status < 300 && hasContent(body.error))) return true;
  return role === "result" && (typeof body.error_type === "string" || Array.isArray(body.detail));
}

function readUpdate({ requestId }: Question, body: Body, status: QueueUpdate["status"]): QueueUpdate {
  const { queue_position, logs, metrics, error } = body;
  return {
    status,
    request_id: requestId,
    ...(typeof queue_position === "number" ? { queue_position } : {}),
    logs: Array.isArray(logs) ? logs.filter(isLog) : [],
    ...(isObject(metrics) ? { metrics: fieldsOf(metrics) } : {}),
    ...(typeof error === "string" && error ? { error } : {}),
  };
}

/** Whether a member is a file, or a list of files: models beyond the documented ones return nothing else. */
function holdsFile({ request: _, ...data }: Body): boolean {
  return Object.values(data).some((value) => typeof fieldsOf(Array.isArray(value) ? value[0] : value).url === "string");
}

function isLog(line: unknown): line is QueueLog {
  return typeof fieldsOf(line).message === "string";
}

function hasContent(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : (value ?? "") !== "";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPage(text: string): boolean {
  return /^\s*</.test(text.slice(0, 200));
}

/** What is wrong with an answer that should be JSON of the protocol. */
export function nameOddity(text: string, parsed: unknown): string {
  if (isPage(text)) return "The answer is a web page, not JSON. Is the base URL right?";
  const what = !text.trim() ? "empty" : parsed === undefined ? "cut, or no JSON" : "JSON of another kind";
  return `The answer is ${what}.`;
}

/** The parsed JSON; `undefined`, which JSON itself cannot say, for what is none. */
export function tryJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
