import type { Call } from "./call.ts";
import { checkBody } from "./check-body.ts";
import { checkInput } from "./check-input.ts";
import { createJob } from "./create-job.ts";
import { deliverWebhook } from "./deliver-webhook.ts";
import type { EmulatorState } from "./emulator-state.ts";
import type { Endpoint } from "./endpoint-table.ts";
import { issue } from "./input-issue.ts";
import type { Job } from "./job.ts";
import { submitBody } from "./queue-body.ts";
import { type Reply, replyJson } from "./reply.ts";
import { isWireObject, parseWire } from "./wire-value.ts";

/** Takes a job into the queue when its input is what the documents allow; `change` is what the due faults make of the job. */
export function answerSubmit(state: EmulatorState, call: Call, endpoint: Endpoint, change: (job: Job) => Job): Reply {
  const input = parseWire(call.body);
  if (input === undefined) return refuse([issue("json_invalid", ["body"], "JSON decode error", null)]);
  if (!isWireObject(input)) return refuse(checkBody({ type: "object" }, input, {}));
  const issues = checkInput(endpoint.input, input, state.table.schemas);
  if (issues.length > 0) return refuse(issues);
  const job = change(createJob(state, endpoint, input, call.now));
  state.jobs.set(job.id, job);
  const webhook = call.url.searchParams.get("fal_webhook");
  if (webhook !== null && endpoint.protocol === "fal") void deliverWebhook(state, job.id, webhook, call.url.origin);
  return replyJson(200, submitBody(job, state.settings.linkOrigin));
}

function refuse(issues: ReturnType<typeof checkBody>): Reply {
  return replyJson(422, { detail: issues });
}
