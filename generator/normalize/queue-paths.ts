/** The job operations of fal's queue, and of gateways that copy it. */
export type JobRole = "status" | "result" | "cancel";

/** What a path says about jobs: `/fal-ai/flux-1/requests/{id}/status` reads the status of jobs under `fal-ai/flux-1`. */
export interface JobPath {
  readonly role: JobRole;
  /** The segments before `requests`: `["fal-ai", "flux-1"]`, or with a parameter `["fal-ai", "{model_name}"]`. */
  readonly owner: readonly string[];
}

/**
 * Recognises the paths of fal's queue by shape and method.
 * @see https://fal.ai/docs/model-apis/model-endpoints/queue
 */
export function readJobPath(method: string, path: string): JobPath | undefined {
  const segments = path.split("/").filter((segment) => segment !== "");
  const at = segments.lastIndexOf("requests");
  const id = segments[at + 1];
  if (at < 1 || id === undefined || !isParameter(id)) return undefined;
  const role = roleOf(method, segments.slice(at + 2).join("/"));
  return role === undefined ? undefined : { role, owner: segments.slice(0, at) };
}

function roleOf(method: string, rest: string): JobRole | undefined {
  if (method === "get" && rest === "") return "result";
  if (method === "get" && rest === "status") return "status";
  const cancels = method === "put" || method === "post";
  if (cancels && rest === "cancel") return "cancel";
  return method === "delete" && rest === "" ? "cancel" : undefined;
}

/** Whether a segment of a path is a parameter. */
export function isParameter(segment: string): boolean {
  return segment.startsWith("{") && segment.endsWith("}");
}
