import { closestTo } from "../did-you-mean.ts";
import type { Plan, PlannedEndpoint, PlannedGateway } from "../plan.ts";
import { quote, safe } from "../terminal-text.ts";
import type { LoadedPlan } from "./load-plan.ts";
import { UsageError } from "./parse-options.ts";

/** What `docket run` was told about where to go. */
export interface TargetRequest {
  readonly endpointId: string;
  readonly gateway: string | undefined;
  readonly baseUrl: string | undefined;
  /** Name of the environment variable that holds the key. */
  readonly keyEnv: string | undefined;
}

/** Where a model call goes. */
export interface RunTarget {
  readonly endpoint: PlannedEndpoint;
  readonly gateway: PlannedGateway;
  readonly baseUrl: string;
  /** Absent where the gateway takes none. */
  readonly key?: string;
}

type Environment = { readonly [name: string]: string | undefined };

/** Finds endpoint, gateway, address and key; throws {@link UsageError} saying what is missing and how to give it. */
export function chooseTarget(loaded: LoadedPlan, request: TargetRequest, env: Environment): RunTarget {
  const endpoint = findEndpoint(loaded.plan, request.endpointId);
  const gateway = findGateway(loaded, endpoint, request, env);
  const baseUrl = request.baseUrl ?? gateway.server;
  if (baseUrl === undefined) {
    throw new UsageError(`the documents of ${quote(gateway.id)} name no server: give its address with --base-url`);
  }
  const key = findKey(gateway, baseUrl, request, env);
  return { endpoint, gateway, baseUrl, ...(key === undefined ? {} : { key }) };
}

function findEndpoint(plan: Plan, id: string): PlannedEndpoint {
  const found = plan.endpoints.find((endpoint) => endpoint.id === id);
  if (found !== undefined) return found;
  const ids = plan.endpoints.map((endpoint) => endpoint.id);
  const meant = closestTo(id, ids);
  const hint =
    meant === undefined ? `there are: ${ids.map((one) => safe(one)).join(", ")}` : `did you mean ${quote(meant)}?`;
  throw new UsageError(`no endpoint ${quote(id)}; ${hint}`);
}

// Without --gateway: the first that offers the endpoint and has a key in the environment, else the first that offers it.
function findGateway(
  { plan, gatewayIds }: LoadedPlan,
  endpoint: PlannedEndpoint,
  request: TargetRequest,
  env: Environment,
): PlannedGateway {
  const inOrder = gatewayIds.flatMap((id) => plan.gateways.find((gateway) => gateway.id === id) ?? []);
  const offering = inOrder.filter(({ id }) => endpoint.gateways.includes(id));
  const ids = offering.map(({ id }) => safe(id)).join(", ");
  const found =
    request.gateway === undefined
      ? (offering.find(({ id }) => isSet(env[keyName(id)])) ?? offering[0])
      : offering.find(({ id }) => id === request.gateway);
  if (found !== undefined) return found;
  throw new UsageError(
    `${quote(endpoint.id)} is not offered by ${quote(request.gateway ?? "any gateway")}; it is by: ${ids}`,
  );
}

function findKey(
  gateway: PlannedGateway,
  baseUrl: string,
  request: TargetRequest,
  env: Environment,
): string | undefined {
  if (gateway.auth === "none") return undefined;
  const names = request.keyEnv === undefined ? [keyName(gateway.id), "DOCKET_KEY"] : [request.keyEnv];
  const key = names.map((name) => (Object.hasOwn(env, name) ? env[name] : undefined)).find(isSet);
  if (key !== undefined) return key;
  // An emulator takes any key, and nothing leaves the machine.
  if (request.keyEnv === undefined && isLoopbackUrl(baseUrl)) return "docket";
  throw new UsageError(
    `no key for ${quote(gateway.id)}: set ${names.map((name) => safe(name)).join(" or ")} in the environment`,
  );
}

/** `ANYAPI_KEY`: the environment variable that holds a gateway's key. */
export function keyName(gatewayId: string): string {
  return `${gatewayId.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}_KEY`;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(url).hostname);
}
