import { answerOperation } from "./answer-operation.ts";
import { checkBody } from "./check-body.ts";
import { createJob } from "./create-job.ts";
import { deliverWebhook } from "./deliver-webhook.ts";
import { EmulatorError } from "./emulator-error.ts";
import type { EmulatorState } from "./emulator-state.ts";
import type { Endpoint, Protocol } from "./endpoint-table.ts";
import { falCancel, falResult, falStatus, notFound } from "./fal-answers.ts";
import type { Blow } from "./faults/fault.ts";
import { parseFaults, type ScriptedFault } from "./faults/parse-fault.ts";
import { findRoute, type Route } from "./find-route.ts";
import { gatewayRead, gatewayUnknown, invalidToken, taskNotFound } from "./gateway-answers.ts";
import { issue } from "./input-issue.ts";
import { isFinal, type Job, stateAt } from "./job.ts";
import { jobOutput } from "./job-output.ts";
import { submitBody } from "./queue-body.ts";
import { planFiles, renderFile } from "./render-file.ts";
import { type Answer, type Reply, replyJson } from "./reply.ts";
import type { Step } from "./request-log.ts";
import { statusStream } from "./status-stream.ts";
import { isWireObject, parseWire } from "./wire-value.ts";

/** What the gateway answers to a request: recorded, struck by the faults that are due, and otherwise as the real one would. */
export async function handleRequest(state: EmulatorState, request: Request): Promise<Answer> {
  const body = await request.text();
  const note = state.log.record(request, body);
  const call = receive(state, request, body);
  const own = readFaultHeader(request);
  if (own instanceof EmulatorError) return replyJson(400, { detail: own.message });
  const faults = state.script.take(call.step, own, jobIdOf(call.route));
  note({ step: call.step, ...(faults.length === 0 ? {} : { fault: faults.map(({ name }) => name).join(" ") }) });
  const answer = answerWithFaults(state, call, faults, own);
  if (answer.kind === "reply") note({ status: answer.status });
  return answer;
}

interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly path: string;
  readonly body: string;
  readonly now: number;
  readonly route: Route;
  readonly step: Step;
}

function receive(state: EmulatorState, request: Request, body: string): Call {
  const url = new URL(request.url);
  const path = decodePath(url.pathname);
  const now = state.settings.now();
  const route = findRoute(state.table, request.method, path);
  return { request, url, path, body, now, route, step: stepOf(state, route, now) };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function stepOf(state: EmulatorState, route: Route, now: number): Step {
  switch (route.kind) {
    case "read": {
      const job = state.jobs.get(route.id);
      return job === undefined || isFinal(stateAt(job, now)) ? "result" : "status";
    }
    case "submit":
    case "status":
    case "stream":
    case "result":
    case "cancel":
    case "file":
      return route.kind;
    case "operation":
    case "keys":
    case "wrong-method":
    case "unknown":
      return "other";
  }
}

function jobIdOf(route: Route): string | undefined {
  return "id" in route ? route.id : undefined;
}

function readFaultHeader(request: Request): readonly ScriptedFault[] | EmulatorError {
  try {
    return parseFaults(request.headers.get("x-docket-fault") ?? "");
  } catch (error) {
    if (error instanceof EmulatorError) return error;
    throw error;
  }
}

function answerWithFaults(
  state: EmulatorState,
  call: Call,
  faults: readonly ScriptedFault[],
  own: readonly ScriptedFault[],
): Answer {
  const blow = (fault: ScriptedFault): Blow => ({
    value: fault.value,
    request: call.request,
    settings: state.settings,
  });
  for (const fault of faults) if (fault.kind.strike.at === "arrival") return fault.kind.strike.answer(blow(fault));
  const change = (job: Job): Job =>
    faults.reduce(
      (changed, fault) => (fault.kind.strike.at === "job" ? fault.kind.strike.change(changed, blow(fault)) : changed),
      job,
    );
  const reply = answerCall(state, call, change, own);
  const last = faults.find(({ kind }) => kind.strike.at === "answer");
  return last?.kind.strike.at === "answer" ? last.kind.strike.answer(reply, blow(last)) : reply;
}

function answerCall(state: EmulatorState, call: Call, change: (job: Job) => Job, own: readonly ScriptedFault[]): Reply {
  const { route, path, request } = call;
  if (call.body.length > state.settings.bodyLimit) return replyJson(413, { detail: "Request body too large" });
  if (route.kind === "file") return answerFile(state, route.id, route.index, call.now);
  if (route.kind === "keys") return replyJson(200, state.signer.keySet());
  if (route.kind === "unknown") return answerUnknown(state.table.protocol, request.method, path);
  if (!isAuthorized(state, request)) return refuse(state.table.protocol, path);
  if (route.kind === "wrong-method") return replyJson(405, { detail: "Method Not Allowed" });
  if (route.kind === "operation") return answerOperation(route.operation, state.table.schemas, call.body);
  if (route.kind === "submit") return answerSubmit(state, call, route.endpoint, change, own);
  const job = state.jobs.get(route.id);
  const owner = route.app === undefined || job === undefined ? job : ownJob(job, route.app);
  if (owner === undefined) return route.protocol === "fal" ? notFound(route.id) : taskNotFound();
  return answerJob(state, call, route.kind, owner);
}

function answerUnknown(protocol: Protocol, method: string, path: string): Reply {
  return protocol === "fal" ? replyJson(404, { detail: "Not Found" }) : gatewayUnknown(method, path);
}

// Any key is good, but it must come under the scheme that the gateway takes.
function isAuthorized(state: EmulatorState, request: Request): boolean {
  const credentials = request.headers.get("authorization") ?? "";
  switch (state.table.auth) {
    case "none":
      return true;
    case "bearer":
      return /^Bearer +\S/i.test(credentials);
    case "key":
      return /^Key +\S/i.test(credentials);
  }
}

function refuse(protocol: Protocol, path: string): Reply {
  if (protocol === "fal-gateway") return invalidToken();
  const app = path.split("/").slice(1, 3).join("/");
  return replyJson(401, {
    detail: `Cannot access application '${app}'. Authentication is required to access this application.`,
  });
}

function ownJob(job: Job, app: string): Job | undefined {
  return app.endsWith(`/${job.app}`) ? job : undefined;
}

function answerSubmit(
  state: EmulatorState,
  call: Call,
  endpoint: Endpoint,
  change: (job: Job) => Job,
  own: readonly ScriptedFault[],
): Reply {
  const input = parseWire(call.body);
  if (input === undefined)
    return replyJson(422, { detail: [issue("json_invalid", ["body"], "JSON decode error", null)] });
  const issues = checkBody({ type: "object" }, input, {}).concat(checkBody(endpoint.input, input, state.table.schemas));
  if (issues.length > 0 || !isWireObject(input)) return replyJson(422, { detail: issues });
  const job = change(createJob(state, endpoint, input, call.now));
  state.jobs.set(job.id, job);
  state.script.attach(job.id, own);
  const webhook = call.url.searchParams.get("fal_webhook");
  if (webhook !== null && endpoint.protocol === "fal") void deliverWebhook(state, job.id, webhook, call.url.origin);
  return replyJson(200, submitBody(job, state.settings.linkOrigin));
}

function answerJob(
  state: EmulatorState,
  call: Call,
  kind: "read" | "status" | "stream" | "result" | "cancel",
  job: Job,
): Reply {
  const { linkOrigin } = state.settings;
  const logs = call.url.searchParams.get("logs") === "1" ? "all" : "none";
  const output = () => jobOutput(state, job, call.url.origin);
  switch (kind) {
    case "read":
      return gatewayRead(job, call.now, linkOrigin, output);
    case "status":
      return falStatus(job, call.now, linkOrigin, logs);
    case "stream":
      return statusStream(state, job.id, logs, call.request.signal);
    case "result":
      return falResult(job, call.now, output);
    case "cancel": {
      const { job: changed, reply } = falCancel(job, call.now);
      state.jobs.set(job.id, changed);
      return reply;
    }
  }
}

function answerFile(state: EmulatorState, id: string, index: number, now: number): Reply {
  const job = state.jobs.get(id);
  const file = job === undefined ? undefined : planFiles(job, state.settings.longestSide)[index];
  if (job === undefined || file === undefined || stateAt(job, now).kind !== "done")
    return replyJson(404, { detail: "Not Found" });
  const bytes = renderFile(job, file);
  return { kind: "reply", status: 200, headers: { "content-type": file.contentType }, body: { kind: "bytes", bytes } };
}
