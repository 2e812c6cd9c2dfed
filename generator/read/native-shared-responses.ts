import type { Report } from "../diagnostic.ts";
import { type Json, member, scalarText } from "../json.ts";
import { RepeatBudget } from "../repeat-budget.ts";
import type { SharedResponses } from "./native-responses.ts";
import { listLeaves } from "./native-schemas.ts";

/** The shared responses of a project, by id; older exports list them bare, newer ones in folders. */
export function listSharedResponses(collection: readonly Json[], report: Report): SharedResponses {
  const responses = new Map(listLeaves(collection).map((response) => [scalarText(member(response, "id")), response]));
  const budget = new RepeatBudget(report);
  return (id, user) => {
    const found = responses.get(id);
    return found !== undefined && budget.grants(found, user) ? found : undefined;
  };
}
