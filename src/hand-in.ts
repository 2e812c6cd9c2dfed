import type { SharedOptions } from "./client-options.ts";
import { systemClock } from "./clock.ts";
import { ApiError } from "./errors.ts";
import { createSend } from "./http.ts";
import { parseJson } from "./parse-json.ts";
import type { ResolvedGateway } from "./resolve-gateway.ts";
import type { ClientTables } from "./tables.ts";

type Fields = { readonly [name: string]: unknown };
type Action = (endpointId: string, options: Fields) => Promise<unknown>;

/** A client without the types of its endpoints. */
export interface PlainClient {
  readonly subscribe: Action;
  readonly queue: { readonly submit: Action; readonly result: Action };
}

/** The operations of a client on one gateway. */
export function createHandIn(tables: ClientTables, gateway: ResolvedGateway, options: SharedOptions): PlainClient {
  const send = createSend({ ...gateway, maxBodyBytes: options.maxBodyBytes ?? 2 ** 26 });
  const clock = options.clock ?? systemClock;
  const { signal } = new AbortController();
  const ask = async (method: "get" | "post", path: string, body?: unknown): Promise<Fields> => {
    const answer = await send({ method, path, body, signal });
    const parsed = parseJson(answer.text);
    if (answer.status >= 300 || typeof parsed !== "object" || !parsed) throw new ApiError(answer.text, answer);
    return { ...parsed };
  };
  const submit: Action = (id, { input }) => ask("post", tables.endpoints[id]?.path ?? `/${id}`, input);
  const result = async (id: string, { requestId }: Fields): Promise<unknown> => {
    const path = `/${id.split("/").slice(0, 2).join("/")}/requests/${requestId}`;
    for (;;) {
      const data = await ask("get", path);
      if (data.status === undefined) return { data, requestId, gateway: gateway.id };
      await clock.sleep(500, signal);
    }
  };
  const subscribe: Action = async (id, call) => {
    const job = await ask("post", tables.endpoints[id]?.path ?? `/${id}`, call.input);
    return result(id, { requestId: job.request_id });
  };
  return { subscribe, queue: { submit, result } };
}
