import type { Answer } from "./attempt.ts";
import {
  ApiError,
  AuthenticationError,
  type DocketError,
  type ErrorFacts,
  RateLimitError,
  ValidationError,
} from "./errors.ts";
import { fieldsOf, readProblem } from "./read-problem.ts";

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
      body: body === undefined ? text.slice(0, 2000) : withoutEcho(body),
      ...(fields.length ? { fields } : {}),
    },
  );
}

function classOf({ status }: Answer): ErrorClass {
  if (status === 401 || status === 403) return AuthenticationError;
  if (status === 429) return RateLimitError;
  return status === 422 ? ValidationError : ApiError;
}

/** fal repeats the input beside each objection: prompts and whole pictures, which have no place in a log. */
function withoutEcho(body: unknown): unknown {
  const { detail } = fieldsOf(body);
  if (!Array.isArray(detail)) return body;
  return { ...fieldsOf(body), detail: detail.map((item) => ({ ...fieldsOf(item), input: undefined })) };
}
