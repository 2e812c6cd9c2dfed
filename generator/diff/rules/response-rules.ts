import { moved, type Rule } from "./rule.ts";
import { showValue } from "./show-value.ts";

/** Rules for what callers get: responses, their media types and headers. */
export type ResponseRuleId =
  | "header-added"
  | "header-deprecated"
  | "header-removed"
  | "header-required-changed"
  | "header-serialization-changed"
  | "response-added"
  | "response-media-type-added"
  | "response-media-type-changed"
  | "response-media-type-removed"
  | "response-removed";

/** See docs/rules/. */
export const responseRules: Readonly<Record<ResponseRuleId, Rule>> = {
  "header-added": {
    title: "A new response header",
    what: "A response states a header it did not state.",
    why: "Readers pass over headers they do not know.",
    fix: "Nothing.",
    example: ["headers: {}", "headers: { X-Cost: … }"],
    verdicts: { wire: { added: "safe" } },
    say: ({ subject }) => `${subject} is new`,
  },
  "header-deprecated": {
    title: "A response header was deprecated, or no longer is",
    what: "`deprecated` of a header changed.",
    why: "Nothing breaks yet.",
    fix: "Plan to stop reading it.",
    example: ["X-Cost: {}", "X-Cost: { deprecated: true }"],
    verdicts: { source: { added: "safe", removed: "safe" } },
    say: ({ subject, effect }) => `${subject} ${effect === "added" ? "is deprecated" : "is no longer deprecated"}`,
  },
  "header-removed": {
    title: "A response header is gone",
    what: "A response no longer states a header.",
    why: "Readers that counted on a required header fail; those that looked for an optional one find nothing.",
    fix: "Keep sending it until a major version.",
    example: ["headers: { X-Cost: { required: true } }", "headers: {}"],
    verdicts: { wire: { wider: "breaking", removed: "risky" } },
    say: ({ subject }) => `${subject} is gone`,
  },
  "header-required-changed": {
    title: "A response header became optional, or required",
    what: "`required` of a header changed.",
    why: "A reader that counted on it may not find it.",
    fix: "Keep sending it.",
    example: ["X-Cost: { required: true }", "X-Cost: { required: false }"],
    verdicts: { wire: { wider: "breaking", narrower: "safe" } },
    say: ({ subject, effect }) => `${subject} ${effect === "wider" ? "became optional" : "is always sent now"}`,
  },
  "header-serialization-changed": {
    title: "A response header is written in another way",
    what: "`style`, `explode` or the media type of a header changed.",
    why: "Old readers parse it wrongly.",
    fix: "Add a header under another name.",
    example: ["explode: false", "explode: true"],
    verdicts: { wire: { changed: "breaking" } },
    say: moved("the serialization"),
  },
  "response-added": {
    title: "A new response",
    what: "An operation states a status it did not state.",
    why: "Callers that look for one success status may meet another.",
    fix: "Go by the class of a status, not by its number.",
    example: ["responses: { '200': … }", "responses: { '200': …, '202': … }"],
    verdicts: { wire: { added: "safe", wider: "risky" } },
    say: ({ subject }) => `${subject} is new`,
  },
  "response-media-type-added": {
    title: "Answers may come in one more media type",
    what: "A media type was added to a response.",
    why: "Callers that say what they accept get what they got; others may meet the new type.",
    fix: "Send an Accept header.",
    example: ["content: { application/json: … }", "content: { application/json: …, text/csv: … }"],
    verdicts: { wire: { wider: { request: "safe", response: "risky" } } },
    say: ({ subject, after }) => `${subject} may come as ${showValue(after)} now`,
  },
  "response-media-type-changed": {
    title: "Answers come in a broader or narrower media type",
    what: "A media type of a response was exchanged for a range, a suffix form or one with other parameters.",
    why: "A broader type may bring what readers cannot parse.",
    fix: "Keep the narrower type for callers who ask for it.",
    example: ["content: { application/problem+json: … }", "content: { application/json: … }"],
    verdicts: {
      wire: {
        narrower: { request: "breaking", response: "safe" },
        wider: { request: "safe", response: "breaking" },
        changed: "risky",
      },
    },
    say: moved("the media type"),
  },
  "response-media-type-removed": {
    title: "Answers do not come in a media type any more",
    what: "A media type was removed from a response, and no range covers it.",
    why: "Callers who ask for it get nothing, or something they cannot read.",
    fix: "Keep offering it.",
    example: ["content: { application/json: …, application/xml: … }", "content: { application/json: … }"],
    verdicts: { wire: { removed: "breaking" }, source: { removed: "breaking" } },
    say: ({ subject, before }) => `${subject} does not come as ${showValue(before)} any more`,
  },
  "response-removed": {
    title: "A response is gone",
    what: "An operation no longer states a status. A success that is gone takes its body with it; an error that is gone hurts no one.",
    why: "Readers wait for an answer that does not come.",
    fix: "Keep the status, or release a major version.",
    example: ["responses: { '200': … }", "responses: { '201': … }"],
    verdicts: { wire: { wider: "breaking", removed: "safe" }, source: { wider: "breaking" } },
    say: ({ subject }) => `${subject} is gone`,
  },
};
