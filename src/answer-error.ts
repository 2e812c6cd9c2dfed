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

type ErrorClass = new (message: string, facts: ErrorFacts) => DocketError;

/** What to do next, by status. */
const ADVICE: { readonly [status: number]: string } = {
  401: "Check `credentials`: is it a key of this gateway?",
  402: "The account has no credit left.",
  403: "Check that the key may use this endpoint and that the account has credit.",
  404: "The gateway does not know it; results are kept for about an hour.",
  413: "The input is too big: pass files as URLs.",
  422: "Correct the input: see `fields`.",
  429: "Ask less often, or raise `timeout`.",
};

/** The error for an answer: its class by status unless given, its message from the body and what to do next. */
export function answerError(
  answer: Answer,
  body: unknown,
  problem?: string,
  Class: ErrorClass = classOf(answer),
): DocketError {
  const { method, url, status, text } = answer;
  const { message, type, fields } = readProblem(body);
  const said = message?.slice(0, 300);
  const advice = ADVICE[status] ?? (status > 499 ? "The gateway is in trouble: try later." : "");
  return new Class(
    [
      `${method} ${url} answered ${status}.`,
      problem,
      said && `It says: ${said}`,
      type && `(${type})`,
      problem ? "" : advice,
    ]
      .filter(Boolean)
      .join(" "),
    {
      method,
      url,
      status,
      body: loggable(body, text),
      ...(fields.length ? { fields } : {}),
    },
  );
}

function classOf({ status }: Answer): ErrorClass {
  if (status === 401 || status === 403) return AuthenticationError;
  if (status === 429) return RateLimitError;
  return status === 422 ? ValidationError : ApiError;
}

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
