import type { EmulatorState } from "./emulator-state.ts";
import type { Job } from "./job.ts";
import { makeOutput } from "./make-output.ts";
import { type PlannedFile, planFiles, renderFile } from "./render-file.ts";
import { type WireObject, type WireValue, wireMember } from "./wire-value.ts";

/** The output of a finished job; its pictures are served at `origin`, or come as data URIs when `sync_mode` asks for that. */
export function jobOutput(state: EmulatorState, job: Job, origin: string): WireValue {
  const { settings, table } = state;
  const inline = wireMember(job.resolved, "sync_mode") === true;
  const files = planFiles(job, settings.longestSide).map((file): WireObject => {
    const address = `${settings.filesOrigin ?? origin}/files/${job.id}/${file.name}`;
    return describeFile(file, inline ? dataUri(job, file) : address);
  });
  const schema = [...table.submits.values()].find(({ id }) => id === job.endpoint)?.output;
  return makeOutput(schema, table.schemas, {
    files,
    prompt: wireMember(job.input, "prompt") ?? "",
    seed: job.seed,
    inferenceTime: job.timing.running / 1000,
    flagged: job.ending.kind === "output" && job.ending.flagged,
  });
}

function describeFile(file: PlannedFile, url: string): WireObject {
  return { url, ...file.size, content_type: file.contentType, file_name: file.name };
}

function dataUri(job: Job, file: PlannedFile): string {
  return `data:${file.contentType};base64,${Buffer.from(renderFile(job, file)).toString("base64")}`;
}
