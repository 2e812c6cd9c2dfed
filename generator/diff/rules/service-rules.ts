import { moved, type Rule } from "./rule.ts";
import type { ServiceRuleId } from "./rule-id.ts";
import { showValue } from "./show-value.ts";

const announce = "Deprecate first, with a sunset date; remove after it.";

function gone(title: string, what: string, example: readonly [string, string]): Rule {
  return {
    title,
    what,
    why: "Every call fails. Where the removal was announced (deprecated, and its sunset date is past) it is a risk only.",
    fix: announce,
    example,
    verdicts: { wire: { removed: "breaking" }, source: { removed: "breaking" } },
    say: ({ subject }) => `${subject} is gone`,
  };
}

function come(title: string, what: string, example: readonly [string, string]): Rule {
  return {
    title,
    what,
    why: "Old callers do not know it.",
    fix: "Nothing.",
    example,
    verdicts: { wire: { added: "safe" } },
    say: ({ subject }) => `${subject} is new`,
  };
}

/** See docs/rules/. */
export const serviceRules: Readonly<Record<ServiceRuleId, Rule>> = {
  "callback-added": come("A new callback", "An operation states a request that the service sends back.", [
    "post: {}",
    "post: { callbacks: { done: … } }",
  ]),
  "callback-removed": gone(
    "A callback is gone",
    "An operation no longer states a request that the service sent back.",
    ["post: { callbacks: { done: … } }", "post: {}"],
  ),
  "endpoint-renamed": {
    title: "An endpoint has another id",
    what: "The endpoint id that callers pass to `submit` and `subscribe` changed.",
    why: "Code names endpoints by id, and the types know no other.",
    fix: "Offer the old id beside the new one.",
    example: ["endpoint: fal-ai/flux/dev", "endpoint: fal-ai/flux-1/dev"],
    verdicts: { source: { changed: "breaking" }, runtime: { changed: "breaking" } },
    say: moved("the endpoint id"),
  },
  "gateway-added": come("A new gateway", "The documents describe one more gateway.", [
    "x-docket-gateways: { anyapi: … }",
    "x-docket-gateways: { anyapi: …, quickrouter: … }",
  ]),
  "gateway-auth-changed": {
    title: "A gateway takes credentials in another way",
    what: "The authentication scheme of a gateway changed: `bearer`, `key` or none.",
    why: "The old client sends the key in a way that is not understood any more.",
    fix: "Upgrade the package together with the gateway.",
    example: ["auth: bearer", "auth: key"],
    verdicts: { wire: { changed: "breaking" }, runtime: { changed: "breaking" } },
    say: moved("the authentication"),
  },
  "gateway-offer-added": {
    ...come("A gateway offers one more operation", "An operation that other gateways offer is offered by one more.", [
      "x-docket-gateways: [anyapi]",
      "x-docket-gateways: [anyapi, quickrouter]",
    ]),
    say: ({ subject, after }) => `${subject} is offered by ${showValue(after)} too`,
  },
  "gateway-offer-removed": {
    title: "A gateway no longer offers an operation",
    what: "An operation is still there, but not at this gateway.",
    why: "The calls of that gateway's callers fail, and their code does not compile: types know which gateway offers what.",
    fix: "Move to a gateway that offers it; `docket compare` says what you lose.",
    example: ["x-docket-gateways: [anyapi, quickrouter]", "x-docket-gateways: [anyapi]"],
    verdicts: { wire: { removed: "breaking" }, source: { removed: "breaking" } },
    say: ({ subject, before }) => `${subject} is no longer offered by ${showValue(before)}`,
  },
  "gateway-removed": {
    ...gone("A gateway is gone", "The documents no longer describe a gateway.", [
      "x-docket-gateways: { anyapi: …, quickrouter: … }",
      "x-docket-gateways: { anyapi: … }",
    ]),
    why: "Clients are created for a gateway by name.",
    verdicts: { wire: { removed: "breaking" }, source: { removed: "breaking" }, runtime: { removed: "breaking" } },
  },
  "gateway-server-changed": {
    title: "A gateway has another base URL",
    what: "The server of a gateway was added, removed or changed.",
    why: "The URL is built into the client: after an upgrade calls go elsewhere, and so does the key. Without a server, callers must pass `baseUrl`.",
    fix: "Check that the new host is the gateway's. Callers can pin the old one with `baseUrl`.",
    example: ["server: https://api.example.com", "server: https://eu.example.com"],
    verdicts: {
      runtime: { added: "risky", removed: "breaking", changed: "breaking" },
      source: { removed: "breaking" },
    },
    say: moved("the base URL"),
  },
  "operation-added": come("A new operation", "A path takes one more method.", [
    "/pets: { get: … }",
    "/pets: { get: …, post: … }",
  ]),
  "operation-deprecated": {
    title: "An operation was deprecated, or no longer is",
    what: "`deprecated` of an operation changed.",
    why: "Nothing breaks yet.",
    fix: "Plan to stop calling it.",
    example: ["post: {}", "post: { deprecated: true }"],
    verdicts: { source: { added: "safe", removed: "safe" } },
    say: ({ subject, effect }) => `${subject} ${effect === "added" ? "is deprecated" : "is no longer deprecated"}`,
  },
  "operation-id-changed": {
    title: "An operation has another operationId",
    what: "`operationId` was added, removed or changed.",
    why: "The wire does not know it; generated code exports operations by it.",
    fix: "Keep the id.",
    example: ["operationId: createImage", "operationId: makeImage"],
    verdicts: { source: { added: "safe", removed: "breaking", changed: "breaking" } },
    say: moved("the operationId"),
  },
  "operation-removed": gone("An operation is gone", "A path no longer takes a method.", [
    "/pets: { get: …, post: … }",
    "/pets: { get: … }",
  ]),
  "path-added": come("A new path", "A path with all its operations. Names of path parameters do not matter.", [
    "paths: {}",
    "paths: { /pets: … }",
  ]),
  "path-removed": gone("A path is gone", "A path with all its operations. Names of path parameters do not matter.", [
    "paths: { /pets: … }",
    "paths: {}",
  ]),
  "queue-protocol-changed": {
    title: "A queue speaks another protocol",
    what: "The queue protocol of a gateway, or of an endpoint at a gateway, changed.",
    why: "Jobs are read and cancelled in another way; an old client waits for ever, or cannot cancel what it could.",
    fix: "Upgrade the package together with the gateway; let running jobs end first.",
    example: ["queue: fal", "queue: fal-gateway"],
    verdicts: { wire: { changed: "breaking" }, source: { changed: "risky" }, runtime: { changed: "breaking" } },
    say: moved("the queue protocol"),
  },
  "queue-role-changed": {
    title: "An operation plays another part in a queue",
    what: "An operation became, or stopped being, one that submits, reads or cancels jobs.",
    why: "The client offers it as another kind of call.",
    fix: "Call it the new way.",
    example: ["x-docket-queue: { role: submit }", "post: {}"],
    verdicts: {
      source: { added: "safe", removed: "breaking", changed: "breaking" },
      runtime: { added: "risky", removed: "breaking", changed: "breaking" },
    },
    say: moved("the part in the queue"),
  },
  "security-added": {
    title: "Callers must show something to be let in",
    what: "An operation asks for credentials where it asked for none, or for others: a way in was taken away.",
    why: "The client must send something else. Whether old requests already carried it is not in the documents, so on the wire it is a risk.",
    fix: "Announce it, and let the old way in for a while.",
    example: ["security: []", "security: [{ key: [] }]"],
    verdicts: { wire: { narrower: "risky" }, runtime: { narrower: "breaking" } },
    say: ({ subject, before, after }) => `${subject}: the ways in changed from ${ways(before)} to ${ways(after)}`,
  },
  "security-removed": {
    title: "Callers may be let in another way",
    what: "An operation gained a way in, or asks for nothing any more.",
    why: "Old requests pass as before.",
    fix: "Nothing.",
    example: ["security: [{ key: [] }]", "security: []"],
    verdicts: { wire: { wider: "safe" } },
    say: ({ subject, before, after }) => `${subject}: the ways in changed from ${ways(before)} to ${ways(after)}`,
  },
  "security-scheme-changed": {
    title: "A security scheme changed",
    what: "Where a scheme's credentials go, or how they are obtained, changed.",
    why: "The client must send or fetch them in another way. What a running caller holds may still be good.",
    fix: "Let both ways in for a while.",
    example: ["{ type: apiKey, in: query, name: key }", "{ type: apiKey, in: header, name: X-Key }"],
    verdicts: { wire: { changed: "risky" }, runtime: { changed: "breaking" } },
    say: moved("the scheme"),
  },
  "security-scopes-changed": {
    title: "Other scopes",
    what: "An operation asks for more, fewer or other scopes of a scheme.",
    why: "A token without a scope is turned away. Which scopes a caller's token has is not in the documents.",
    fix: "Ask for tokens with the new scope first.",
    example: ["security: [{ oauth: [read] }]", "security: [{ oauth: [read, write] }]"],
    verdicts: { wire: { narrower: "risky", wider: "safe", incomparable: "risky" } },
    say: moved("the scopes"),
  },
  "stability-lowered": {
    title: "An operation is less settled than it was",
    what: "`x-stability-level` fell (stable, beta, alpha, draft), or rose.",
    why: "Less is promised: changes of draft and alpha operations are risks at most.",
    fix: "Do not build on it, or wait.",
    example: ["x-stability-level: stable", "x-stability-level: alpha"],
    verdicts: { wire: { wider: "risky", narrower: "safe" } },
    say: moved("the stability level"),
  },
  "sunset-changed": {
    title: "A sunset date was moved or taken away",
    what: "`x-sunset` of an operation or parameter changed to an earlier day, or is gone while it stays deprecated.",
    why: "Callers planned for the old day.",
    fix: "Keep the date, or move it later.",
    example: ["x-sunset: '2027-06-30'", "x-sunset: '2027-01-31'"],
    verdicts: { wire: { narrower: "risky", wider: "safe", added: "safe", removed: "risky" } },
    say: moved("the sunset date"),
  },
  "webhook-added": come("A new webhook", "The service states a request that it may send.", [
    "webhooks: {}",
    "webhooks: { done: … }",
  ]),
  "webhook-removed": gone("A webhook is gone", "The service no longer states a request that it sent.", [
    "webhooks: { done: … }",
    "webhooks: {}",
  ]),
};

function ways(value: unknown): string {
  return Array.isArray(value) && value.length > 0 ? value.join(" or ") : "none asked";
}
