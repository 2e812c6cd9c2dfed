import { type EmulatorOptions, resolveOptions } from "./emulator-options.ts";
import type { EmulatorState } from "./emulator-state.ts";
import { readEndpoints } from "./endpoint-table.ts";
import { createFaultScript } from "./faults/fault-script.ts";
import { createFetch } from "./fetch-form.ts";
import { createRandom } from "./random.ts";
import { createRequestLog, type RecordedRequest } from "./request-log.ts";
import { type ListenOptions, type Served, serve } from "./serve.ts";
import { createWebhookSigner } from "./webhook-signer.ts";

/** A gateway on this machine: hand its `fetch` to a client, or let it listen. */
export interface Emulator {
  /** Answers in-process, at any origin; give it to `createClient({ fetch })`. */
  readonly fetch: typeof fetch;
  /** What was asked, in order; keys are masked. */
  readonly requests: readonly RecordedRequest[];
  /** Ids of the queue endpoints it offers, sorted. */
  readonly endpoints: readonly string[];
  /** How many jobs were taken: what a caller would have paid for. */
  readonly jobCount: () => number;
  /** The origins at which this text was seen, in a URL, a header or a body: where a canary key went. */
  readonly credentialOrigins: (text: string) => readonly string[];
  /** Whether this text was seen in any request. */
  readonly sawCredential: (text: string) => boolean;
  /** Serves HTTP on loopback and gives the address, `http://127.0.0.1:49152`; rejects when the port is taken. */
  readonly listen: (options?: ListenOptions) => Promise<string>;
  /** The address it listens at, once it does. */
  readonly address: () => string | undefined;
  /** Ends streams, waits and webhooks, and closes the server. */
  readonly close: () => Promise<void>;
}

/** Makes an emulator; throws {@link EmulatorError} for an unknown gateway or a fault script it cannot read. */
export function createEmulator(options: EmulatorOptions): Emulator {
  const closing = new AbortController();
  const state = createState(options, closing.signal);
  let server: Served | undefined;
  return {
    fetch: createFetch(state),
    requests: state.log.requests,
    endpoints: [...state.table.submits.values()].map(({ id }) => id).sort(),
    jobCount: () => state.jobs.size,
    credentialOrigins: state.log.origins,
    sawCredential: (text) => state.log.origins(text).length > 0,
    listen: async (listenOptions) => {
      server = await serve(state, listenOptions);
      return server.address;
    },
    address: () => server?.address,
    close: async () => {
      closing.abort(new DOMException("the emulator was closed", "AbortError"));
      await server?.close();
    },
  };
}

function createState(options: EmulatorOptions, closed: AbortSignal): EmulatorState {
  const settings = resolveOptions(options);
  return {
    settings,
    table: readEndpoints(options.document, options.gateway),
    jobs: new Map(),
    log: createRequestLog(settings.recordLimit),
    script: createFaultScript(settings.faults),
    random: createRandom(settings.seed),
    signer: createWebhookSigner(),
    closed,
  };
}
