import type { Document } from "../document.ts";
import type { Timing } from "./job.ts";
import type { RecordedRequest } from "./request-log.ts";
import type { WireObject } from "./wire-value.ts";

/** What `createEmulator` takes. */
export interface EmulatorOptions {
  /** The normalized document, as `generated/openapi.yaml` holds it. */
  readonly document: Document;
  /** Id of the gateway to be: `anyapi`, `fal`, … */
  readonly gateway: string;
  /** Milliseconds of the emulator's clock. Default `Date.now`. */
  readonly now?: () => number;
  /** Waits on the emulator's clock; rejects when the signal aborts. Default a timer. */
  readonly sleep?: Sleep;
  /** Seed of request ids and of the seeds that models draw. Default random. */
  readonly seed?: number;
  /** How many times faster than usual jobs are done; Infinity: at once. Default 1. */
  readonly speed?: number;
  /** How long jobs take: the same for all, or decided per job. Default two requests ahead, 1.5 s in the queue, 2.5 s running. */
  readonly timing?: Partial<Timing> | TimingOf;
  /** Scripted faults, `name`, `name:3`, `status/http=502:2`: see docs/emulator.md. They strike in this order. */
  readonly faults?: readonly string[];
  /** Origin of `status_url` and its sisters. Default `https://queue.fal.run`, as real gateways answer. */
  readonly linkOrigin?: string;
  /** Origin of picture URLs. Default the origin that the result was asked at. */
  readonly filesOrigin?: string;
  /** Where faults that lead elsewhere point. Default `https://attacker.invalid`. */
  readonly foreignOrigin?: string;
  /** Longest side of a picture in pixels; larger ones are scaled down. Default 2048. */
  readonly longestSide?: number;
  /** Largest request body in bytes. Default 32 MiB. */
  readonly bodyLimit?: number;
  /** How many requests are remembered in full. Default 100,000; older ones still count for `credentialOrigins`. */
  readonly recordLimit?: number;
  /** Called after each request, with what became of it. */
  readonly onRequest?: (request: RecordedRequest) => void;
  /** Sends webhooks; they go to loopback only. Default `fetch`. */
  readonly deliver?: (request: Request) => Promise<Response>;
}

/** Waits on a clock; rejects with the signal's reason when it aborts. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Decides how long a job takes; `number` counts jobs from 0. */
export type TimingOf = (job: {
  readonly endpoint: string;
  readonly input: WireObject;
  readonly number: number;
}) => Partial<Timing>;

/** {@link EmulatorOptions} with every default filled in. */
export interface Settings extends Required<Omit<EmulatorOptions, "document" | "timing" | "filesOrigin">> {
  readonly timing: (job: Parameters<TimingOf>[0]) => Timing;
  readonly filesOrigin: string | undefined;
}

/** Fills in the defaults, once. */
export function resolveOptions(options: EmulatorOptions): Settings {
  const { timing = {} } = options;
  const timingOf = typeof timing === "function" ? timing : () => timing;
  return {
    gateway: options.gateway,
    now: options.now ?? Date.now,
    sleep: options.sleep ?? sleepOnTimer,
    seed: options.seed ?? Math.floor(Math.random() * 2 ** 32),
    speed: options.speed ?? 1,
    timing: (job) => ({ ...usualTiming, ...timingOf(job) }),
    faults: options.faults ?? [],
    linkOrigin: options.linkOrigin ?? "https://queue.fal.run",
    filesOrigin: options.filesOrigin,
    foreignOrigin: options.foreignOrigin ?? "https://attacker.invalid",
    longestSide: options.longestSide ?? 2048,
    bodyLimit: options.bodyLimit ?? 32 * 2 ** 20,
    recordLimit: options.recordLimit ?? 100_000,
    onRequest: options.onRequest ?? (() => {}),
    deliver: options.deliver ?? ((request) => fetch(request)),
  };
}

/** Short enough to watch; results are kept for an hour, as fal keeps them. */
const usualTiming: Timing = { ahead: 2, queued: 1500, running: 2500, kept: 3_600_000 };

// setTimeout fires at once when the delay does not fit 31 bits, so long waits are slept in parts.
async function sleepOnTimer(milliseconds: number, signal: AbortSignal): Promise<void> {
  for (let left = milliseconds; left > 0; left -= longestTimer) await sleepOnce(Math.min(left, longestTimer), signal);
}

const longestTimer = 2 ** 31 - 1;

function sleepOnce(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
