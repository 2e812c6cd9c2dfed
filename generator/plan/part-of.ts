import { createHash } from "node:crypto";

/** Endpoints that get a module each; where there are more, a few modules hold the types of all. */
export const maxEndpointModules = 2_000;

/** The module among sixteen that holds the types of an endpoint: by its id alone, so that none moves when others come or go. */
export function partOf(id: string): string {
  return `part-${createHash("sha256").update(id).digest("hex").slice(0, 1)}`;
}
