import { createEmulator, type Emulator, EmulatorError, type EmulatorOptions } from "../emulator/index.ts";
import { listFaults } from "../emulator/list-faults.ts";
import type { RecordedRequest } from "../emulator/request-log.ts";
import type { Host } from "../host.ts";
import { paintFor } from "../paint.ts";
import type { Plan, PlannedGateway } from "../plan.ts";
import { safe } from "../terminal-text.ts";
import { type LoadPlan, loadPlan } from "./load-plan.ts";
import { parseOptions, UsageError } from "./parse-options.ts";

/** What `docket emulate --help` prints. */
export const help = `docket emulate [documents] [--gateway id] [--port n] [--fault script]... [--speed n] [--json]

Is one of the documented gateways, on this machine: checks inputs, queues, paints pictures, and answers as the real one
does, vices included. Any key is good; nothing is paid, nothing leaves the machine. Runs until Ctrl-C.

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
  const loaded = await load(host, { documents: positionals[0], config: values.config });
  if (loaded === undefined) return 2;
  const gateway = chooseGateway(loaded.plan, values.gateway);
  const onRequest = (request: RecordedRequest): void => host.err(`${printRequest(request, host)}\n`);
  const emulator = makeEmulator({ document: loaded.plan.document, gateway: gateway.id, onRequest, ...settings });
  return serveUntilStopped(emulator, settings.port, gateway, host, values.json === true ? "json" : "text");
}

const options = {
  gateway: { type: "string" },
  port: { type: "string" },
  fault: { type: "string", multiple: true },
  faults: { type: "boolean" },
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

function chooseGateway(plan: Plan, id: string | undefined): PlannedGateway {
  const ids = plan.gateways.map((gateway) => gateway.id).join(", ");
  const found =
    id === undefined
      ? (plan.gateways.find(({ endpoints }) => endpoints.length > 0) ?? plan.gateways[0])
      : plan.gateways.find((gateway) => gateway.id === id);
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
  return `${step.padEnd(6)} ${safe(method)} ${safe(path, 120)} → ${outcome}${played}`;
}

async function serveUntilStopped(
  emulator: Emulator,
  port: number,
  gateway: PlannedGateway,
  host: Host,
  format: "json" | "text",
): Promise<number> {
  const address = await emulator.listen({ port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    throw new UsageError(`port ${port} is taken: choose another, or leave --port away`, { cause: error });
  });
  const { endpoints } = emulator;
  if (format === "json") host.out(`${JSON.stringify({ address, gateway: gateway.id, endpoints })}\n`);
  else host.out(describe(address, gateway, endpoints));
  await untilAborted(host.interrupted);
  await emulator.close();
  return 0;
}

function describe(address: string, gateway: PlannedGateway, endpoints: readonly string[]): string {
  const lines = [`${safe(gateway.id)}, emulated at ${address} (${endpoints.length} endpoints; Ctrl-C stops it)`];
  const [first] = endpoints;
  if (first !== undefined) lines.push("", "Try it:", ...curlExample(address, gateway, first));
  return `${lines.join("\n")}\n`;
}

function curlExample(address: string, { auth }: PlannedGateway, endpoint: string): readonly string[] {
  const key = auth === "none" ? "" : ` -H 'Authorization: ${auth === "key" ? "Key" : "Bearer"} any'`;
  return [
    `  curl ${address}/${safe(endpoint)}${key} -H 'Content-Type: application/json' \\`,
    `    -d '{"prompt":"a lighthouse at dawn"}'`,
    `  docket run ${safe(endpoint)} prompt="a lighthouse at dawn" --base-url ${address}`,
  ];
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
