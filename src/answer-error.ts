import type { Answer } from "./attempt.ts";
import {
  ApiError,
  AuthenticationError,
  type DocketError,
  type ErrorFacts,
  RateLimitError,
  ValidationError,
} from "./errors.ts";
import { readProblem } from "./read-problem.ts";

/** One of the error classes. */
export type ErrorClass = new (message: string, facts: ErrorFacts) => DocketError;

/** What to do next, by status. */
const ADVICE: { readonly [status: number]: string } = {
  401: "Check `credentials`: is it a key of this gateway?",
  402: "The account has no credit left.",
  403: "May the key use this endpoint, and has the account credit?",
  404: "The gateway does not know it; results are kept for about an hour.",
  413: "The input is too big: pass files as URLs.",
  422: "Correct the input: see `fields`.",
  429: "Ask less often, or raise `timeout`.",
};

/** The error for an answer: its class by status unless given, its message from the body and what to do next. */
export function answerError(
  { method, url, status, text }: Answer,
  body: unknown,
  problem?: string,
  Class: ErrorClass = CLASSES[status] ?? ApiError,
): DocketError {
  const { message, type, fields } = readProblem(body);
  const advice = ADVICE[status] ?? (status > 499 ? "The gateway is in trouble: try later." : "");
  const said = message && `It says: ${message.slice(0, 300)}${type ? ` (${type})` : ""}`;
  const parts = [`${method} ${url} answered ${status}`, problem, said, problem ? "" : advice];
  const sentences = parts.filter(Boolean).map((part) => `${part}`.replace(/[^.!?。]$/, "$&."));
  return new Class(sentences.join(" "), {
    method,
    url,
    status,
    body: loggable(body, text),
    ...(fields.length ? { fields } : {}),
  });
}

const CLASSES: { readonly [status: number]: ErrorClass } = {
  401: AuthenticationError,
  403: AuthenticationError,
  422: ValidationError,
  429: RateLimitError,
};

/**
 * The body as an error may carry it into a log: a copy that JSON can write, without the inputs that fal repeats beside its
 * objections (prompts, whole pictures); the start of the text where the body is none, or nested deeper than a log can follow.
 */
function loggable(body: unknown, text: string): unknown {
  try {
    const copy = JSON.stringify(body, (key, value) =>
      key === "input" ? undefined : typeof value === "bigint" ? String(value) : value,
    );
    return JSON.parse(copy);
  } catch {
    return text.slice(0, 2000);
  }
}
