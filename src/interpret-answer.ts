import { answerError } from "./answer-error.ts";
import type { Answer } from "./attempt.ts";
import { type DocketError, JobCancelledError, JobFailedError, ProtocolError } from "./errors.ts";
import { parseJson } from "./parse-json.ts";
import { parseRetryAfter } from "./parse-retry-after.ts";
import type { JobState, QueueProtocol } from "./queue-protocol.ts";
import type { QueueLog, QueueUpdate } from "./queue-update.ts";
import { fieldsOf } from "./read-problem.ts";

/** What an answer about a job means. */
export type Reading =
  /** The job waits or runs; `unknown` when the gateway has its own word for it. */
  | { readonly kind: "pending" | "unknown"; readonly update: QueueUpdate; readonly wait?: number | undefined }
  /** The job ended; its result is at another address. */
  | { readonly kind: "ready"; readonly update: QueueUpdate }
  | { readonly kind: "done"; readonly data: unknown; readonly update: QueueUpdate }
  /** Ends the wait. */
  | { readonly kind: "failed"; readonly error: DocketError }
  | Trouble;

/**
 * Says nothing about the job: ask again, until the deadline when the gateway is `busy`, a few times when the answer is
 * `odd`, at another address when this one is `missing`.
 */
export interface Trouble {
  readonly kind: "busy" | "odd" | "missing";
  readonly error: DocketError;
  /** Milliseconds the gateway asks to wait. */
  readonly wait: number | undefined;
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

/** Decides by the body first and by the status code where the body leaves it open. */
export function interpretAnswer(answer: Answer, question: Question): Reading {
  const { status, headers, text } = answer;
  if (status === 401) return { kind: "failed", error: answerError(answer, tryJson(text)) };
  const wait = parseRetryAfter(headers);
  const parsed = tryJson(text);
  if (status === 429 || status === 408 || status === 425)
    return { kind: "busy", error: answerError(answer, parsed), wait };
  if (status === 403) return { kind: "odd", error: answerError(answer, parsed), wait };
  const verdict = isObject(parsed) ? interpretBody(answer, fieldsOf(parsed), question) : undefined;
  if (verdict) return verdict;
  if (status > 499) return { kind: "busy", error: answerError(answer, parsed), wait };
  if (status === 404 || status === 405) return { kind: "missing", error: answerError(answer, parsed), wait };
  if (status > 299) return { kind: "failed", error: answerError(answer, parsed) };
  const error = answerError(answer, parsed, nameOddity(text, parsed), ProtocolError);
  return { kind: isPage(text) ? "missing" : "odd", error, wait };
}

function interpretBody(answer: Answer, body: Body, question: Question): Reading | undefined {
  const { protocol, role } = question;
  const ok = answer.status < 300;
  const word = body.status;
  const state = typeof word === "string" && Object.hasOwn(protocol.words, word) ? protocol.words[word] : undefined;
  const pending = pendingState(state, body.detail);
  if (pending)
    return { kind: "pending", update: readUpdate(question, body, pending), wait: parseRetryAfter(answer.headers) };
  if (state === "cancelled" || /cancelled$/.test(String(body.error_type)))
    return failed(answer, body, JobCancelledError);
  if (isVerdict(answer, body, role, state)) return failed(answer, body, JobFailedError);
  if (!ok) return undefined;
  const update = readUpdate(question, body, "done");
  if (role === "status" && state === "done") return { kind: "ready", update };
  return readResult(answer, body, question, state, update) ?? readRest(answer, body, update);
}

/** A result, or the failure of a job that ended without one. */
function readResult(
  answer: Answer,
  body: Body,
  { protocol, resultFields, role }: Question,
  state: JobState | undefined,
  update: QueueUpdate,
): Reading | undefined {
  // Old pages of fal wrap the result.
  const data = isObject(body.response) && !body.images ? fieldsOf(body.response) : body;
  const shown = (resultFields ?? (role === "result" ? Object.keys(data) : [])).filter((name) =>
    Object.hasOwn(data, name),
  );
  // An unknown word means unfinished, whatever else is there: some gateways show pictures early.
  const ended = state === "done" || body.status === undefined || !resultFields;
  if (ended && (shown.some((name) => hasContent(data[name])) || holdsFile(data))) return { kind: "done", data, update };
  // An address of its own for results gives nothing else once the job is done.
  const final =
    role === "result" && protocol.result !== undefined && answer.status === 200 && body.status === undefined;
  if (state !== "done" && !(ended && shown.length) && !final) return undefined;
  return failed(answer, body, JobFailedError, "The job ended without a result.");
}

/** JSON that is neither status nor result: an envelope that says no, or a word nobody knows. */
function readRest(answer: Answer, body: Body, update: QueueUpdate): Reading {
  const { status: word, message, code } = body;
  if (word === undefined && (message ?? code) !== undefined)
    return { kind: "failed", error: answerError(answer, body) };
  if (word === undefined && answer.status === 202)
    return { kind: "pending", update: { ...update, status: "IN_PROGRESS" } };
  return { kind: "unknown", update: { ...update, status: "UNKNOWN", reported: word } };
}

/** Whether the answer says that the job, not the request, went wrong. */
function isVerdict({ status }: Answer, body: Body, role: Question["role"], state: JobState | undefined): boolean {
  if (state === "failed" || status === 422 || (status < 300 && hasContent(body.error))) return true;
  return role === "result" && (typeof body.error_type === "string" || Array.isArray(body.detail));
}

function failed(
  answer: Answer,
  body: Body,
  Class: typeof JobFailedError | typeof JobCancelledError,
  problem: string = Class === JobFailedError ? "The job failed." : "The job was cancelled.",
): Reading {
  return { kind: "failed", error: answerError(answer, body, problem, Class) };
}

function pendingState(state: JobState | undefined, detail: unknown): "queued" | "running" | undefined {
  if (state === "queued" || state === "running") return state;
  // The result address of fal says so in words: https://fal.ai/docs/inference-api/queue/result
  const said = typeof detail === "string" ? detail : "";
  return /in queue/i.test(said) ? "queued" : /still in progress/i.test(said) ? "running" : undefined;
}

function readUpdate({ requestId }: Question, body: Body, state: "queued" | "running" | "done"): QueueUpdate {
  const { queue_position, logs, metrics, error } = body;
  return {
    status: state === "queued" ? "IN_QUEUE" : state === "running" ? "IN_PROGRESS" : "COMPLETED",
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
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== "";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPage(text: string): boolean {
  return /^\s*</.test(text.slice(0, 200));
}

/** What is wrong with an answer that should be JSON of the protocol. */
export function nameOddity(text: string, parsed: unknown): string {
  if (!text.trim()) return "The answer is empty.";
  if (isPage(text)) return "The answer is a web page, not JSON. Is the base URL right?";
  return parsed === undefined ? "The answer is cut or is no JSON." : "The answer is JSON of another kind.";
}

/** The parsed JSON; `undefined`, which JSON itself cannot say, for what is none. */
export function tryJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
