import { answerError } from "./answer-error.ts";
import type { JobAt } from "./context.ts";
import { InputError, ProtocolError } from "./errors.ts";
import { tryJson } from "./interpret-answer.ts";
import { operationPath } from "./protocol.ts";
import type { Cancellation } from "./queue-interface.ts";
import { fieldsOf } from "./read-problem.ts";
import type { Scope } from "./scope.ts";

/**
 * Asks the gateway to give a job up. The body decides: codes of 200, 202, 400 and 404 were all seen with the same words.
 * @see https://fal.ai/docs/inference-api/queue/cancel
 */
export async function cancelJob({ line, endpoint, requestId }: JobAt, scope: Scope): Promise<Cancellation> {
  const { cancel } = line.protocol;
  if (!cancel) throw new InputError(`Gateway "${line.id}" documents no way to cancel.`);
  const answer = await line.attempt.read(
    { method: "PUT", path: operationPath(cancel, endpoint.path, requestId) },
    scope,
  );
  const body = tryJson(answer.text);
  const { status: word, detail } = fieldsOf(body);
  if (isWord(word)) return { status: word };
  if (answer.status === 204) return { status: "OK" };
  // A finished job may also answer without a word: 400 or 409 and a detail.
  if (/^(400|409)$/.test(`${answer.status}`) && typeof detail === "string") return { status: "ALREADY_COMPLETED" };
  throw answerError(answer, body, undefined, answer.status < 300 ? ProtocolError : undefined);
}

function isWord(word: unknown): word is Cancellation["status"] {
  return word === "OK" || word === "CANCELLATION_REQUESTED" || word === "ALREADY_COMPLETED" || word === "NOT_FOUND";
}
