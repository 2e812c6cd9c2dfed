import { fal } from "./protocols/fal.ts";
import { falGateway } from "./protocols/fal-gateway.ts";
import type { QueueProtocol } from "./queue-protocol.ts";
import type { ProtocolName } from "./tables.ts";

/** The protocols by name. */
export const protocols: { readonly [name in ProtocolName]: QueueProtocol } = { fal, "fal-gateway": falGateway };

/** Path of an operation for a job. The id was checked before: it holds no slash and no dot. */
export function operationPath(template: string, endpointPath: string, requestId: string): string {
  const [owner = "", app = "", third = ""] = endpointPath.split("/").filter(Boolean);
  // Two families keep three segments: https://fal.ai/docs/api-reference/inference-api
  const root = /^(workflows|comfy)$/.test(owner) ? [owner, app, third] : [owner, app];
  return template.replace("{root}", root.join("/")).replace("{owner}", owner).replace("{id}", requestId);
}
