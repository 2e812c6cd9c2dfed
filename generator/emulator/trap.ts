import { replyJson, toResponse } from "./reply.ts";
import { createRequestLog, type RecordedRequest } from "./request-log.ts";
import { type ListenOptions, type Served, serveHandler } from "./serve.ts";

/** Another origin, such as a redirect or a forged `status_url` leads to: it answers everything and remembers what it saw. */
export interface Trap {
  readonly fetch: typeof fetch;
  readonly requests: readonly RecordedRequest[];
  /** Whether this text was seen in any URL, header or body. */
  readonly sawCredential: (text: string) => boolean;
  /** Serves HTTP on loopback and gives the address. */
  readonly listen: (options?: ListenOptions) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Makes a trap. Its answers look like a finished job, so that a client that fell for it goes on. */
export function createTrap(): Trap {
  const log = createRequestLog(Number.POSITIVE_INFINITY);
  let server: Served | undefined;
  const handle = async (request: Request): Promise<ReturnType<typeof replyJson>> => {
    const note = log.record(request, await request.text());
    note({ status: 200 });
    return replyJson(200, { status: "COMPLETED", request_id: "trapped", images: [] });
  };
  return {
    fetch: async (input, init) => toResponse(await handle(new Request(input, init))),
    requests: log.requests,
    sawCredential: (text) => log.origins(text).length > 0,
    listen: async ({ port = 0 } = {}) => {
      server = await serveHandler(handle, 2 ** 24, port);
      return server.address;
    },
    close: async () => server?.close(),
  };
}
