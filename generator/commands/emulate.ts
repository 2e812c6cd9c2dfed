import { createEmulator, type Emulator, EmulatorError, type EmulatorOptions } from "../emulator/index.ts";
import { listFaults } from "../emulator/list-faults.ts";
import type { RecordedRequest } from "../emulator/request-log.ts";
import type { Host } from "../host.ts";
import type { ProjectRequest } from "../load-project.ts";
import { paintFor } from "../paint.ts";
import type { PlannedEndpoint, PlannedGateway } from "../plan.ts";
import { jsonLine } from "../safe-json.ts";
import { safe } from "../terminal-text.ts";
import { docketCommand } from "./docket-command.ts";
import { documentsOption } from "./documents-option.ts";
import { exampleInput } from "./example-input.ts";
import { type LoadedPlan, type LoadPlan, loadPlan } from "./load-plan.ts";
import { parseOptions, UsageError } from "./parse-options.ts";
import { shellWord } from "./shell-word.ts";

/** What `docket emulate --help` prints. */
export const help = `docket emulate [documents] [--gateway id] [--port n] [--fault script]... [--speed n] [--json]

Is one of the documented gateways, on this machine: checks inputs, queues, paints pictures, and answers as the real one
does, vices included. Any key is good; nothing is paid, nothing leaves the machine. Runs until Ctrl-C.

  --documents      the documents, instead of the plain word
  --gateway id     which gateway to be (default: the first of the documents that offers a queue)
  --port n         where to listen on 127.0.0.1 (default: any free port)
  --fault script   a fault to play, [step/]name[=value][:count]; may be given several times
  --faults         list the faults there are, and stop
  --speed n        how many times faster than usual jobs are done
  --seed n         the same request ids and pictures at every start
  --config file    another docket.yaml
  --json           the address as one JSON object on standard output

Examples:
  docket emulate --port 8787
  docket emulate --gateway fal --speed 10 --fault status/rate-limit=2:3

Exit code: 0 stopped by Ctrl-C, 2 could not run.
`;

/** Runs an emulator until the user stops it. */
export async function emulate(args: readonly string[], host: Host, load: LoadPlan = loadPlan): Promise<number> {
  const { values, positionals } = parseOptions(args, options, 1);
  if (values.faults === true) {
    host.out(listFaults());
    return 0;
  }
  const settings = {
    port: readNumber("--port", values.port ?? "0", 0, 65_535),
    speed: readNumber("--speed", values.speed ?? "1", 0.001, 1_000_000),
    ...(values.seed === undefined ? {} : { seed: readNumber("--seed", values.seed, 0, 2 ** 32 - 1) }),
    faults: values.fault ?? [],
  };
  const project = { documents: documentsOption(values, positionals), config: values.config };
  const loaded = await load(host, { ...project, instead: "docket emulate <folder>" });
  if (loaded === undefined) return 2;
  const gateway = chooseGateway(loaded, values.gateway);
  const onRequest = (request: RecordedRequest): void => host.err(`${printRequest(request, host)}\n`);
  const emulator = makeEmulator({ document: loaded.plan.document, gateway: gateway.id, onRequest, ...settings });
  const { endpoints } = emulator;
  const announce = (address: string): string =>
    values.json === true
      ? jsonLine({ address, gateway: gateway.id, endpoints })
      : describe(address, gateway, loaded.plan.endpoints, project);
  return serveUntilStopped(emulator, settings.port, announce, host);
}

const options = {
  gateway: { type: "string" },
  port: { type: "string" },
  fault: { type: "string", multiple: true },
  faults: { type: "boolean" },
  documents: { type: "string" },
  speed: { type: "string" },
  seed: { type: "string" },
  config: { type: "string" },
  json: { type: "boolean" },
} as const;

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= least && value <= most)) {
    throw new UsageError(`${name} takes a number from ${least} to ${most}, not ${JSON.stringify(text)}`);
  }
  return value;
}

function chooseGateway({ plan, gatewayIds }: LoadedPlan, id: string | undefined): PlannedGateway {
  const ids = gatewayIds.join(", ");
  const inOrder = gatewayIds.flatMap((known) => plan.gateways.find((gateway) => gateway.id === known) ?? []);
  const found =
    id === undefined
      ? (inOrder.find(({ endpoints }) => endpoints.length > 0) ?? inOrder[0])
      : inOrder.find((gateway) => gateway.id === id);
  if (found !== undefined) return found;
  throw new UsageError(
    id === undefined ? "the documents name no gateway" : `no gateway ${JSON.stringify(id)}; there are: ${safe(ids)}`,
  );
}

function makeEmulator(settings: EmulatorOptions): Emulator {
  try {
    return createEmulator(settings);
  } catch (error) {
    if (error instanceof EmulatorError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function printRequest({ method, path, step, status, fault }: RecordedRequest, host: Host): string {
  const paint = paintFor(host);
  const outcome = status === undefined ? paint("red", "no answer") : String(status);
  const played = fault === undefined ? "" : ` ${paint("yellow", `fault: ${fault}`)}`;
  const stray = step === "other" ? ` ${paint("dim", "(no queue route of this gateway)")}` : "";
  return `${step.padEnd(6)} ${safe(method)} ${safe(path, 120)} → ${outcome}${stray}${played}`;
}

async function serveUntilStopped(
  emulator: Emulator,
  port: number,
  announce: (address: string) => string,
  host: Host,
): Promise<number> {
  const address = await listen(emulator, port);
  if (address === undefined) {
    host.err(`docket emulate: port ${port} is taken or not allowed: choose another, or leave --port away\n`);
    return 2;
  }
  host.out(announce(address));
  await untilAborted(host.interrupted);
  await emulator.close();
  return 0;
}

function listen(emulator: Emulator, port: number): Promise<string | undefined> {
  return emulator.listen({ port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE" || error.code === "EACCES") return undefined;
    throw error;
  });
}

function describe(
  address: string,
  gateway: PlannedGateway,
  endpoints: readonly PlannedEndpoint[],
  project: ProjectRequest,
): string {
  const offered = endpoints.filter(({ gateways }) => gateways.includes(gateway.id));
  const lines = [
    `${safe(gateway.id)}, emulated at ${address} (${offered.length} endpoint${offered.length === 1 ? "" : "s"}; Ctrl-C stops it)`,
  ];
  const [first] = offered;
  if (first !== undefined) lines.push("", "Try it:", ...examplesFor(address, gateway, first, project));
  return `${lines.join("\n")}\n`;
}

function examplesFor(
  address: string,
  { id, auth }: PlannedGateway,
  endpoint: PlannedEndpoint,
  project: ProjectRequest,
): readonly string[] {
  const input = exampleInput(endpoint);
  const key = auth === "none" ? "" : ` -H 'Authorization: ${auth === "key" ? "Key" : "Bearer"} any'`;
  const fields = Object.entries(input).map(([name, value]) =>
    typeof value === "string" ? `${name}=${value}` : `${name}:=${JSON.stringify(value)}`,
  );
  return [
    `  curl ${shellWord(`${address}${endpoint.path}`)}${key} -H 'Content-Type: application/json' \\`,
    `    -d ${shellWord(JSON.stringify(input))}`,
    `  ${docketCommand(["run", endpoint.id, ...fields, "--gateway", id, "--base-url", address], project)}`,
  ];
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
