import type { Rule } from "./rule.ts";
import type { ServerRuleId } from "./rule-id.ts";
import { showValue } from "./show-value.ts";

/** See docs/rules/. */
export const serverRules: Readonly<Record<ServerRuleId, Rule>> = {
  "operation-servers-changed": {
    title: "Operations are at another server",
    what: "`servers` of an operation, or of its path, name another URL than before, or than the document does. Variables count with their defaults.",
    why: "Calls to the old address may go on to work, or not; clients made from the document call the new one, with the key. One more server for the same operation is safe.",
    fix: "Check that the new host is the service's, and keep the old one until callers have moved.",
    example: [
      "post: { servers: [{ url: https://api.example.com }] }",
      "post: { servers: [{ url: https://upload.example.com }] }",
    ],
    verdicts: { wire: { changed: "risky" }, runtime: { changed: "breaking", wider: "safe" } },
    say: ({ subject, before, after, effect }) =>
      effect === "wider"
        ? `${subject} is at ${showValue(after)} too`
        : `${subject} moved from ${showValue(before)} to ${showValue(after)}`,
  },
};
