import { type Client, DocketError, defineClient, type QueueResult, type QueueUpdate } from "@docket/runtime";
import { stringify } from "lossless-json";
import type { Host } from "../host.ts";
import type { ClientTablesJson } from "../pipeline.ts";
import type { PlannedEndpoint } from "../plan.ts";
import { jsonLine, safeJson } from "../safe-json.ts";
import { quote, safe } from "../terminal-text.ts";
import { docketCommand } from "./docket-command.ts";
import { type LoadedPlan, type LoadPlan, loadPlan } from "./load-plan.ts";
import { type OpenTarget, openTarget } from "./open-target.ts";
import { parseInputs } from "./parse-inputs.ts";
import { UsageError } from "./parse-options.ts";
import { createProgressLine, type ProgressLine } from "./progress-line.ts";
import { readInputFile } from "./read-input-file.ts";
import { type RunOptions, readRunOptions } from "./run-options.ts";
import type { RunTarget } from "./run-target.ts";
import { saveOutputFiles } from "./save-output-files.ts";

export { help } from "./run-options.ts";

/** Runs one model call: submits, waits with progress, saves the files it made. */
export async function run(args: readonly string[], host: Host, load: LoadPlan = loadPlan): Promise<number> {
  const options = readRunOptions(args);
  const loaded = await load(host, {
    documents: options.documents,
    config: options.config,
    instead: "docket run <endpoint> … --documents <folder>",
  });
  if (loaded === undefined) return 2;
  const prepared = await prepare(loaded, options, host);
  if (typeof prepared === "string") {
    if (options.format === "json") host.out(jsonLine({ error: { name: "UsageError", message: prepared } }));
    host.err(`docket run: ${prepared}\n`);
    return 2;
  }
  try {
    return await callModel(options, prepared, loaded.tables, host);
  } finally {
    await prepared.close();
  }
}

async function callModel(
  options: RunOptions,
  { target, input }: Prepared,
  tables: ClientTablesJson,
  host: Host,
): Promise<number> {
  const createClient = defineClient<AnySchema>(JSON.parse(JSON.stringify(tables)));
  const progress = createProgressLine(host);
  try {
    const client = createClient({
      gateway: target.gateway.id,
      baseUrl: target.baseUrl,
      ...(target.key === undefined ? {} : { credentials: target.key }),
      onWarning: ({ message }) => progress.note(message),
    });
    const result = await waitForResult(client, options, target, input, progress, host);
    progress.end();
    return await report(result, options, target, host);
  } catch (error) {
    progress.end();
    if (!(error instanceof DocketError)) throw error;
    return explain(error, options, target, host);
  }
}

interface Prepared extends OpenTarget {
  readonly input: Input;
}

/** Where the call goes and what it sends, or what is wrong with what the command line says of them. */
async function prepare(loaded: LoadedPlan, options: RunOptions, host: Host): Promise<Prepared | string> {
  let opened: OpenTarget | undefined;
  try {
    opened = await openTarget(loaded, options, host.env);
    return { ...opened, input: await readInput(options, opened.target, host) };
  } catch (error) {
    await opened?.close();
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

/** Endpoints and gateways come from documents read a moment ago, so that the compiler knows none of them. */
interface AnySchema {
  readonly endpoints: { readonly [id: string]: { readonly input: Input; readonly output: unknown } };
  readonly gateways: {
    readonly [id: string]: { readonly endpoints: string; readonly protocol: "fal"; readonly server: false };
  };
}

type Input = { readonly [field: string]: unknown };

async function readInput(options: RunOptions, { endpoint }: RunTarget, host: Host): Promise<Input> {
  const {
    input,
    problems: wrong,
    notes,
  } = await parseInputs(options.words, endpoint.fields, (path) => readInputFile(path, host));
  for (const note of notes) host.err(`note: ${note}\n`);
  const problems = options.resume === undefined ? [...wrong, ...missingFields(input, endpoint)] : wrong;
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return input;
}

// Said here, before anything is shown as handed in, and in the words of the command line.
function missingFields(input: Input, { required }: PlannedEndpoint): readonly string[] {
  return required.filter((name) => !Object.hasOwn(input, name)).map((name) => `${quote(name)} is required: ${name}=…`);
}

function waitForResult(
  client: Client<AnySchema, string>,
  options: RunOptions,
  target: RunTarget,
  input: Input,
  progress: ProgressLine,
  host: Host,
): Promise<QueueResult<unknown>> {
  const waiting = {
    abortSignal: host.interrupted,
    timeout: options.timeout * 1000,
    ...(target.gateway.cancel ? { cancelOnAbort: true } : {}),
  };
  const show = (update: QueueUpdate): void => progress.show(describeUpdate(update));
  if (options.resume !== undefined) return followJob(client, options.resume, waiting, target, show);
  progress.show(`handing in at ${target.gateway.id}`);
  return client.subscribe(target.endpoint.id, {
    input,
    ...waiting,
    onEnqueue: (requestId) => progress.show(`handed in as ${requestId}`),
    onQueueUpdate: show,
  });
}

async function followJob(
  client: Client<AnySchema, string>,
  requestId: string,
  waiting: { readonly abortSignal: AbortSignal; readonly timeout: number },
  { endpoint }: RunTarget,
  show: (update: QueueUpdate) => void,
): Promise<QueueResult<unknown>> {
  const job = client.queue.job(endpoint.id, requestId, waiting);
  for await (const update of job) show(update);
  return job.result();
}

function describeUpdate({ status, queue_position, reported }: QueueUpdate): string {
  switch (status) {
    case "IN_QUEUE":
      return queue_position === undefined ? "in the queue" : `in the queue, ${queue_position} ahead`;
    case "IN_PROGRESS":
      return "running";
    case "COMPLETED":
      return "done";
    case "UNKNOWN":
      return `the gateway says ${quote(String(reported))}`;
  }
}

async function report(
  result: QueueResult<unknown>,
  options: RunOptions,
  target: RunTarget,
  host: Host,
): Promise<number> {
  const { data, requestId, gateway } = result;
  const from = { endpointId: target.endpoint.id, requestId, folder: options.out, home: new URL(target.baseUrl).origin };
  const { paths, problems } = await saveOutputFiles(data, from, host);
  for (const problem of problems) host.err(`${problem}\n`);
  if (options.format === "json") {
    host.out(
      `${safeJson(stringify({ requestId, gateway, endpoint: target.endpoint.id, files: paths, data }) ?? "null")}\n`,
    );
  } else {
    for (const path of paths) host.out(`${path}\n`);
    if (paths.length === 0) host.out(`${safeJson(stringify(data, undefined, 2) ?? "null")}\n`);
    host.err(`request ${safe(requestId)} at ${safe(gateway)}\n`);
  }
  return problems.length > 0 ? 1 : 0;
}

// 2: nothing was handed in, nothing can have been paid. 1: something was, and there is no result (yet).
function explain(error: DocketError, options: RunOptions, target: RunTarget, host: Host): number {
  const { name, message, requestId = options.resume, fields = [], cancellation } = error;
  if (options.format === "json") host.out(jsonLine({ error: { name, message, requestId, fields } }));
  host.err(`${name}: ${safe(message, 600)}\n`);
  for (const field of fields) {
    if (!message.includes(field.message)) host.err(`  ${safe(field.path)} ${safe(field.message)}\n`);
  }
  if (cancellation !== undefined) host.err("the gateway was asked to cancel the job\n");
  else if (requestId !== undefined && !ended.has(name)) {
    host.err(`The job may go on. To fetch it later:\n  ${resumeCommand(requestId, options, target)}\n`);
  }
  return requestId === undefined && name !== "SubmitUncertainError" ? 2 : 1;
}

/** Errors after which there is nothing left to fetch. */
const ended: ReadonlySet<string> = new Set(["JobFailedError", "JobCancelledError"]);

function resumeCommand(requestId: string, options: RunOptions, target: RunTarget): string {
  const base = options.baseUrl === undefined ? [] : ["--base-url", options.baseUrl];
  const words = [target.endpoint.id, "--gateway", target.gateway.id, ...base, "--resume", requestId];
  return docketCommand(["run", ...words], options);
}
