import { answerPath } from "./answer-path.ts";
import type { JobAt } from "./context.ts";
import { ConnectionError } from "./errors.ts";
import { interpretAnswer, type Reading } from "./interpret-answer.ts";
import { operationPath } from "./protocol.ts";
import type { Scope } from "./scope.ts";

/** Asks about a job, once; remembers between questions which address is the right one. */
export type AskJob = (scope: Scope) => Promise<Reading>;

/** Questions about a job, for its status until it ended and for its result from then on. */
export function createAskJob(job: JobAt, logs: boolean, first: "status" | "result" = "status"): AskJob {
  const { line, endpoint, requestId } = job;
  const { protocol, keys } = line;
  const pathOf = (template: string): string => operationPath(template, endpoint.path, requestId);
  let role: "status" | "result" = protocol.result && first === "status" ? "status" : "result";
  let paths: string[] | undefined;
  let renewed = false;

  function addresses(): string[] {
    const template = role === "status" || !protocol.result ? protocol.status : protocol.result;
    const named = answerPath(job.urls?.[role], line.baseUrl, requestId);
    const all = [named, pathOf(template), protocol.fallback && pathOf(protocol.fallback)];
    return [...new Set(all.filter((path) => path !== undefined))];
  }
  return async function ask(scope) {
    paths ??= addresses();
    const [path = ""] = paths;
    const query = logs && role === "status" ? { logs: "1" } : {};
    const answer = await line.attempt.read({ method: "GET", path, query }, scope).catch(noAnswer);
    if (answer instanceof ConnectionError) return { kind: "busy", error: answer };
    const reading = interpretAnswer(answer, {
      protocol,
      requestId,
      role,
      resultFields: endpoint.result ?? protocol.resultFields,
    });
    if (answer.status === 401 && keys.renewable && !renewed) {
      renewed = true;
      return ask(scope);
    }
    renewed &&= answer.status === 401;
    if (reading.kind === "ready") {
      role = "result";
      paths = undefined;
      return reading;
    }
    if (reading.kind !== "missing" || paths.length < 2) return reading;
    paths.shift();
    return ask(scope);
  };
}

function noAnswer(error: unknown): ConnectionError {
  if (error instanceof ConnectionError) return error;
  throw error;
}
