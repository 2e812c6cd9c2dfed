import { byLaw, moved, type Rule } from "./rule.ts";
import { showValue } from "./show-value.ts";

/** Rules for what callers send: parameters and bodies. */
export type RequestRuleId =
  | "media-type-encoding-changed"
  | "parameter-added"
  | "parameter-default-changed"
  | "parameter-deprecated"
  | "parameter-removed"
  | "parameter-required-changed"
  | "parameter-serialization-changed"
  | "request-body-added"
  | "request-body-removed"
  | "request-body-required-changed"
  | "request-media-type-added"
  | "request-media-type-removed"
  | "required-parameter-added";

/** See docs/rules/. */
export const requestRules: Readonly<Record<RequestRuleId, Rule>> = {
  "media-type-encoding-changed": {
    title: "A form field is written in another way",
    what: "The `encoding` of a property of a form or multipart body changed.",
    why: "The server may not read the field the old way any more.",
    fix: "Take both ways.",
    example: ["encoding: { file: { contentType: image/png } }", "encoding: { file: { contentType: image/jpeg } }"],
    verdicts: { wire: { changed: { request: "breaking", response: "breaking" } } },
    say: moved("the encoding"),
  },
  "parameter-added": {
    title: "A new optional parameter",
    what: "A parameter that callers may send.",
    why: "Old callers do not send it.",
    fix: "Nothing.",
    example: ["parameters: []", "parameters: [{ name: page, in: query }]"],
    verdicts: { wire: { added: { request: "safe", response: "safe" } } },
    say: ({ subject }) => `${subject} is new`,
  },
  "parameter-default-changed": {
    title: "The server fills in something else",
    what: "The default of an optional parameter was added, removed or changed.",
    why: "The server fills it in: an old call that leaves the parameter out gets another answer. (Defaults of body fields are sent by the generated client, and have their own rule.)",
    fix: "Keep the default; give the new behaviour a new parameter.",
    example: ["schema: { default: 20 }", "schema: { default: 50 }"],
    verdicts: { wire: { added: "breaking", removed: "breaking", changed: "breaking" } },
    say: moved("the default"),
  },
  "parameter-deprecated": {
    title: "A parameter was deprecated, or no longer is",
    what: "`deprecated` of a parameter changed.",
    why: "Nothing breaks yet; editors strike it out.",
    fix: "Plan to stop sending it.",
    example: ["name: page", "name: page\ndeprecated: true"],
    verdicts: { source: { added: "safe", removed: "safe" } },
    say: ({ subject, effect }) => `${subject} ${effect === "added" ? "is deprecated" : "is no longer deprecated"}`,
  },
  "parameter-removed": {
    title: "A parameter is gone",
    what: "A parameter is no longer described.",
    why: "The server may ignore or reject it; code that passes it no longer compiles.",
    fix: "Deprecate it first.",
    example: ["parameters: [{ name: page, in: query }]", "parameters: []"],
    verdicts: {
      wire: { removed: "risky", narrower: "breaking" },
      source: { removed: "breaking", narrower: "breaking" },
    },
    say: ({ subject }) => `${subject} is gone`,
  },
  "parameter-required-changed": {
    title: "A parameter became required, or optional",
    what: "`required` of a parameter changed.",
    why: "Requests without it are rejected.",
    fix: "Leave it optional.",
    example: ["required: false", "required: true"],
    verdicts: { wire: byLaw, source: { narrower: { request: "breaking", response: "none" } } },
    say: ({ subject, effect }) => `${subject} ${effect === "narrower" ? "became required" : "became optional"}`,
  },
  "parameter-serialization-changed": {
    title: "A parameter is written in another way",
    what: "`style`, `explode`, `allowReserved`, `allowEmptyValue` or the media type of a parameter changed.",
    why: "The server reads old requests wrongly.",
    fix: "Add a parameter under another name.",
    example: ["explode: true", "explode: false"],
    verdicts: { wire: { changed: "breaking", narrower: "breaking", wider: "safe" } },
    say: moved("the serialization"),
  },
  "request-body-added": {
    title: "A request body",
    what: "An operation that took no body takes one.",
    why: "Where it is required, every old request lacks it.",
    fix: "Make it optional.",
    example: ["post: {}", "post: { requestBody: { required: true, content: … } }"],
    verdicts: {
      wire: { added: "safe", narrower: { request: "breaking", response: "safe" } },
      source: { narrower: { request: "breaking", response: "none" } },
    },
    say: ({ subject, effect }) => `${subject} is new${effect === "narrower" ? " and required" : ""}`,
  },
  "request-body-removed": {
    title: "The request body is gone",
    what: "An operation no longer takes a body.",
    why: "What callers send is ignored or rejected.",
    fix: "Keep taking the body.",
    example: ["requestBody: { content: … }", "post: {}"],
    verdicts: { wire: { removed: "breaking" }, source: { removed: "breaking" } },
    say: ({ subject }) => `${subject} is gone`,
  },
  "request-body-required-changed": {
    title: "The request body became required, or optional",
    what: "`required` of a request body changed.",
    why: "Requests without a body are rejected.",
    fix: "Leave it optional.",
    example: ["required: false", "required: true"],
    verdicts: { wire: byLaw, source: { narrower: { request: "breaking", response: "none" } } },
    say: ({ subject, effect }) => `${subject} ${effect === "narrower" ? "became required" : "became optional"}`,
  },
  "request-media-type-added": {
    title: "Requests may be written in one more media type",
    what: "A media type was added to a request body.",
    why: "Old callers go on as before.",
    fix: "Nothing.",
    example: ["content: { application/json: … }", "content: { application/json: …, multipart/form-data: … }"],
    verdicts: { wire: { wider: { request: "safe", response: "risky" } } },
    say: ({ subject, after }) => `${subject} may be ${showValue(after)} now`,
  },
  "request-media-type-removed": {
    title: "Requests may not be written in a media type any more",
    what: "A media type was removed from a request body, and no range covers it.",
    why: "Requests of that type are rejected.",
    fix: "Keep taking it.",
    example: ["content: { application/json: …, application/xml: … }", "content: { application/json: … }"],
    verdicts: {
      wire: { narrower: { request: "breaking", response: "safe" } },
      source: { narrower: { request: "breaking", response: "none" } },
    },
    say: ({ subject, before }) => `${subject} may not be ${showValue(before)} any more`,
  },
  "required-parameter-added": {
    title: "A new required parameter",
    what: "A parameter that callers must send and did not know before.",
    why: "Every old request lacks it.",
    fix: "Make it optional.",
    example: ["parameters: []", "parameters: [{ name: page, in: query, required: true }]"],
    verdicts: {
      wire: { narrower: { request: "breaking", response: "safe" } },
      source: { narrower: { request: "breaking", response: "none" } },
    },
    say: ({ subject }) => `${subject} is new and required`,
  },
};
