import { type Json, member } from "../json.ts";
import type { SharedResponses } from "./native-responses.ts";
import { listLeaves } from "./native-schemas.ts";

/** The shared responses of a project, by id; older exports list them bare, newer ones in folders. */
export function listSharedResponses(collection: readonly Json[]): SharedResponses {
  return new Map(listLeaves(collection).map((response) => [String(member(response, "id")), response]));
}
