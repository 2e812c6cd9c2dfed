import { createAttempt } from "./attempt.ts";
import type { ClientOptions, SharedOptions, Warning } from "./client-options.ts";
import type { GatewayId } from "./client-schema.ts";
import { systemClock } from "./clock.ts";
import type { Context, Line } from "./context.ts";
import { InputError } from "./errors.ts";
import { createSchedule } from "./poll-schedule.ts";
import { protocols } from "./protocol.ts";
import { createQueue, type PlainClient } from "./queue.ts";
import type { Queue, Subscribe } from "./queue-interface.ts";
import { createSlots } from "./request-slots.ts";
import { type PlainGatewayOptions, resolveGateway } from "./resolve-gateway.ts";
import type { SharedQuestions } from "./shared-questions.ts";
import type { ClientSchema, ClientTables } from "./tables.ts";

/** A client of the gateway `G`. */
export interface Client<S extends ClientSchema, G extends GatewayId<S>> {
  /** Submits a job, waits for it and returns its result. */
  readonly subscribe: Subscribe<S, G>;
  /** The single steps of `subscribe`, for jobs that outlive a process. */
  readonly queue: Queue<S, G>;
}

/** `createClient` of a generated package. */
export type CreateClient<S extends ClientSchema> = <G extends keyof S["gateways"] & string>(
  options: ClientOptions<S, G>,
) => Client<S, G>;

interface PlainClientOptions extends SharedOptions, Partial<PlainGatewayOptions> {
  readonly gateways?: readonly PlainGatewayOptions[];
}

/** Binds the tables of a generated package to the runtime: gives its `createClient`. */
export function defineClient<S extends ClientSchema>(tables: ClientTables): CreateClient<S>;
export function defineClient(tables: ClientTables): unknown {
  return (options: PlainClientOptions): PlainClient => createQueue(resolveOptions(tables, options));
}

function resolveOptions(tables: ClientTables, options: PlainClientOptions): Context {
  const { clock = systemClock, random = Math.random, requestsPerSecond = 20, concurrency = 64 } = options;
  const base = {
    clock,
    random,
    tables,
    slots: createSlots(
      clock,
      checkPositive("requestsPerSecond", requestsPerSecond),
      checkPositive("concurrency", concurrency),
    ),
    schedule: createSchedule(random),
    timeout: options.timeout ?? 600_000,
    requestTimeout: checkPositive("requestTimeout", options.requestTimeout ?? 30_000),
    maxBodyBytes: checkPositive("maxBodyBytes", options.maxBodyBytes ?? 2 ** 26),
    defaults: options.defaults ?? "omit",
    proseChecks: options.proseChecks ?? "warn",
    warn: options.onWarning ?? warnOnConsole,
    takenBy: new Map<string, string>(),
    watched: new Map<string, SharedQuestions>(),
  };
  const { gateway, gateways = gateway === undefined ? [] : [{ ...options, gateway }] } = options;
  const lines = gateways.map((one): Line => {
    const resolved = resolveGateway(tables.gateways, one, options.fetch);
    const attempt = createAttempt(resolved, base);
    return {
      ...resolved,
      protocol: protocols[resolved.entry.protocol],
      attempt,
      circuit: { failures: 0, openUntil: 0 },
    };
  });
  if (!lines.length) throw new InputError("Pass `gateway`, or `gateways` with at least one.");
  return { ...base, lines };
}

function checkPositive(name: string, value: number): number {
  if (value > 0 && value < 2 ** 31) return value;
  throw new InputError(`\`${name}\` must be a positive number below 2147483648.`);
}

function warnOnConsole({ message }: Warning): void {
  // biome-ignore lint/suspicious/noConsole: a warning nobody listens for must still be seen by whoever writes the call.
  console.warn(message);
}
