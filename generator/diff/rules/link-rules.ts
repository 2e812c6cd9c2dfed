import type { Rule } from "./rule.ts";
import type { LinkRuleId } from "./rule-id.ts";

const why = "Readers that follow links find another way, or none; the operations themselves are judged by other rules.";

/** See docs/rules/. */
export const linkRules: Readonly<Record<LinkRuleId, Rule>> = {
  "link-added": {
    title: "A new link",
    what: "A response states one more link to an operation.",
    why: "Old readers do not know it.",
    fix: "Nothing.",
    example: ["links: {}", "links: { next: { operationId: listPets } }"],
    verdicts: { wire: { added: "safe" } },
    say: ({ subject }) => `${subject} is new`,
  },
  "link-changed": {
    title: "A link leads elsewhere",
    what: "The operation, the parameters or the body of a link changed. Its description does not matter.",
    why,
    fix: "Keep what the link led to under its name, and add another.",
    example: ["next: { operationId: listPets }", "next: { operationId: findPets }"],
    verdicts: { wire: { changed: "risky" } },
    say: ({ subject }) => `${subject} leads elsewhere`,
  },
  "link-removed": {
    title: "A link is gone",
    what: "A response no longer states a link to an operation.",
    why,
    fix: "Keep the link.",
    example: ["links: { next: { operationId: listPets } }", "links: {}"],
    verdicts: { wire: { removed: "risky" } },
    say: ({ subject }) => `${subject} is gone`,
  },
};
