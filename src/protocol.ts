import { fal } from "./protocols/fal.ts";
import { falGateway } from "./protocols/fal-gateway.ts";
import type { ProtocolName } from "./tables.ts";

/** What a status word means. */
export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

/**
 * A queue protocol, as data. Paths are templates below the gateway's base URL: `{root}` is the application (`fal-ai/flux-1`),
 * `{owner}` its first segment, `{id}` the request id.
 */
export interface QueueProtocol {
  /** What is asked while waiting. */
  readonly status: string;
  /** Where the result is once `status` says done; absent where the same address turns into the result. */
  readonly result?: string;
  /** Asked instead, once, when the gateway does not know the address for results. */
  readonly fallback?: string;
  /** `PUT` there cancels; absent where the protocol cannot. */
  readonly cancel?: string;
  /** A stream of status events; absent where the protocol has none. */
  readonly stream?: string;
  /** Field of the submit answer that names the address asked while waiting. */
  readonly statusUrl: string;
  /** Field of the submit answer that names the address of the result. */
  readonly resultUrl: string;
  /** Header, or query parameter, that carries an option of the submit call. */
  readonly submitHeaders?: { readonly [option: string]: string };
  readonly submitQuery?: { readonly [option: string]: string };
  readonly words: { readonly [word: string]: JobState };
  /** A result shows one of these, unless the endpoint documents its own; absent where any object may be one. */
  readonly resultFields?: readonly string[];
}

/** The protocols by name. */
export const protocols: { readonly [name in ProtocolName]: QueueProtocol } = { fal, "fal-gateway": falGateway };

/** Path of an operation for a job. The id was checked before: it holds no slash and no dot. */
export function operationPath(template: string, endpointPath: string, requestId: string): string {
  const [owner = "", app = "", third = ""] = endpointPath.split("/").filter(Boolean);
  // Two families keep three segments: https://fal.ai/docs/api-reference/inference-api
  const root = /^(workflows|comfy)$/.test(owner) ? [owner, app, third] : [owner, app];
  return template.replace("{root}", root.join("/")).replace("{owner}", owner).replace("{id}", requestId);
}
