import { answerOperation } from "./answer-operation.ts";
import { answerSubmit } from "./answer-submit.ts";
import type { Call } from "./call.ts";
import type { EmulatorState } from "./emulator-state.ts";
import type { Protocol } from "./endpoint-table.ts";
import { falCancel, falResult, falStatus, notFound } from "./fal-answers.ts";
import type { QueueRoute } from "./find-route.ts";
import { gatewayRead, gatewayUnknown, invalidToken, taskNotFound } from "./gateway-answers.ts";
import { type Job, stateAt } from "./job.ts";
import { jobOutput } from "./job-output.ts";
import { planFiles, renderFile } from "./render-file.ts";
import { type Reply, replyJson } from "./reply.ts";
import { statusStream } from "./status-stream.ts";

/** What the gateway answers when nothing goes wrong; `change` is what the due faults make of a job that is taken now. */
export function answerCall(state: EmulatorState, call: Call, change: (job: Job) => Job): Reply {
  const { route, path, request } = call;
  if (call.body.length > state.settings.bodyLimit) return replyJson(413, { detail: "Request body too large" });
  // Files and public keys need no key at the real ones either.
  if (route.kind === "file") return answerFile(state, route.id, route.index, call.now);
  if (route.kind === "keys") return replyJson(200, state.signer.keySet());
  if (route.kind === "unknown") return answerUnknown(state.table.protocol, request.method, path);
  if (!isAuthorized(state, request)) return refuseAccess(state.table.protocol, path);
  if (route.kind === "wrong-method") return replyJson(405, { detail: "Method Not Allowed" });
  if (route.kind === "operation") return answerOperation(route.operation, state.table.schemas, request, call.body);
  if (route.kind === "submit") return answerSubmit(state, call, route.endpoint, change);
  const job = state.jobs.get(route.id);
  if (job === undefined || !belongsTo(job, route.app)) {
    return route.protocol === "fal" ? notFound(route.id) : taskNotFound();
  }
  return answerJob(state, call, route.kind, job);
}

function answerFile(state: EmulatorState, id: string, index: number, now: number): Reply {
  const job = state.jobs.get(id);
  const file = job === undefined ? undefined : planFiles(job, state.settings.longestSide)[index];
  if (job === undefined || file === undefined || stateAt(job, now).kind !== "done") {
    return replyJson(404, { detail: "Not Found" });
  }
  const headers = { "content-type": file.contentType };
  return { kind: "reply", status: 200, headers, body: { kind: "bytes", bytes: renderFile(job, file) } };
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

function refuseAccess(protocol: Protocol, path: string): Reply {
  if (protocol === "fal-gateway") return invalidToken();
  const app = path.split("/").slice(1, 3).join("/");
  const detail = `Cannot access application '${app}'. Authentication is required to access this application.`;
  return replyJson(401, { detail });
}

// `app` is the path that the caller wrote before `/requests/`; undefined where he wrote `auto`.
function belongsTo(job: Job, app: string | undefined): boolean {
  return app === undefined || app.endsWith(`/${job.app}`);
}

function answerJob(state: EmulatorState, call: Call, kind: QueueRoute, job: Job): Reply {
  const { linkOrigin } = state.settings;
  const logs = call.url.searchParams.get("logs") === "1" ? "all" : "none";
  const output = (): ReturnType<typeof jobOutput> => jobOutput(state, job, call.url.origin);
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
