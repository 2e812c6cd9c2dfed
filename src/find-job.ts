import type { Context, JobAt, Line } from "./context.ts";
import { InputError } from "./errors.ts";
import type { JobOptions } from "./queue-options.ts";
import { isRequestId } from "./submit-job.ts";
import type { EndpointEntry } from "./tables.ts";

/** The endpoint of that id, and the gateways of this client that offer it. Throws `InputError` when there is none. */
export function findEndpoint(
  { lines, tables }: Context,
  endpointId: string,
): { readonly endpoint: EndpointEntry; readonly offering: readonly Line[] } {
  const endpoint = Object.hasOwn(tables.endpoints, endpointId) ? tables.endpoints[endpointId] : undefined;
  if (!endpoint)
    throw new InputError(`There is no endpoint "${endpointId}". See \`EndpointId\` for those there are.`, {
      endpointId,
    });
  const offering = lines.filter((line) => line.entry.endpoints.includes(endpointId));
  if (offering.length) return { endpoint, offering };
  const offerers = Object.keys(endpoint.protocols).join(", ");
  throw new InputError(`${lines.map((line) => line.id).join(", ")} does not offer "${endpointId}"; ${offerers} does.`, {
    endpointId,
  });
}

/** A job by what the caller kept of it. Throws `InputError` for an id no gateway gave. */
export function findJob(
  context: Context,
  endpointId: string,
  { requestId, gateway = context.takenBy.get(requestId) }: Pick<JobOptions, "requestId" | "gateway">,
): JobAt {
  const { endpoint, offering } = findEndpoint(context, endpointId);
  if (!isRequestId(String(requestId)))
    throw new InputError("A request id holds 1 to 128 letters, digits, _ and -.", { endpointId });
  const line = gateway === undefined ? offering[0] : offering.find((one) => one.id === gateway);
  if (!line)
    throw new InputError(`This client has no gateway "${gateway}" that offers "${endpointId}".`, {
      endpointId,
      requestId,
    });
  return { line, endpointId, endpoint, requestId };
}
