import { answerCall } from "./answer-call.ts";
import { type Call, receiveCall } from "./call.ts";
import { EmulatorError } from "./emulator-error.ts";
import type { EmulatorState } from "./emulator-state.ts";
import type { Blow } from "./faults/fault.ts";
import { parseFaults, type ScriptedFault } from "./faults/parse-fault.ts";
import type { Job } from "./job.ts";
import { type Answer, replyJson } from "./reply.ts";

/** What the gateway answers to a request: recorded, struck by the faults that are due, and otherwise as the real one would. */
export async function handleRequest(state: EmulatorState, request: Request): Promise<Answer> {
  const body = await request.text();
  const note = state.log.record(request, body);
  const call = receiveCall(state, request, body);
  const own = readFaultHeader(request);
  if (own instanceof EmulatorError) return replyJson(400, { detail: own.message });
  const faults = state.script.take(call.step, own, "id" in call.route ? call.route.id : undefined);
  note({ step: call.step, ...(faults.length === 0 ? {} : { fault: faults.map(({ name }) => name).join(" ") }) });
  const answer = answerWithFaults(state, call, faults, own);
  state.settings.onRequest(note(answer.kind === "reply" ? { status: answer.status } : {}));
  return answer;
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
  const blow = ({ value }: ScriptedFault): Blow => ({ value, request: call.request, settings: state.settings });
  for (const fault of faults) {
    if (fault.kind.strike.at === "arrival") return fault.kind.strike.answer(blow(fault));
  }
  const reply = answerCall(state, call, (job) => enterQueue(state, job, faults, own, blow));
  for (const fault of faults) {
    if (fault.kind.strike.at === "answer") return fault.kind.strike.answer(reply, blow(fault));
  }
  return reply;
}

// The job takes the faults that change it, and keeps those its submit brought along for later steps.
function enterQueue(
  state: EmulatorState,
  job: Job,
  faults: readonly ScriptedFault[],
  own: readonly ScriptedFault[],
  blow: (fault: ScriptedFault) => Blow,
): Job {
  state.script.attach(job.id, own);
  return faults.reduce(
    (changed, fault) => (fault.kind.strike.at === "job" ? fault.kind.strike.change(changed, blow(fault)) : changed),
    job,
  );
}
