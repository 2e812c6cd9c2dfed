import { describe, expect, test } from "vitest";
import { applyDefaults } from "../../src/apply-defaults.ts";
import { describeCause, surelyNotSent } from "../../src/describe-cause.ts";
import { operationPath } from "../../src/protocol.ts";
import { fal } from "../../src/protocols/fal.ts";
import { falGateway } from "../../src/protocols/fal-gateway.ts";
import { readProblem } from "../../src/read-problem.ts";
import { politeWait, retryDelay } from "../../src/retry-delay.ts";
import { submitExtras } from "../../src/submit-extras.ts";

describe("operationPath", () => {
  test.each([
    ["/{root}/requests/{id}", "/fal-ai/flux-1/dev", "/fal-ai/flux-1/requests/a-1"],
    ["/{root}/requests/{id}/status", "/fal-ai/flux-1/dev/redux", "/fal-ai/flux-1/requests/a-1/status"],
    ["/{root}/requests/{id}", "/fal-ai/flux-lora", "/fal-ai/flux-lora/requests/a-1"],
    ["/{root}/requests/{id}", "/workflows/me/mine/x", "/workflows/me/mine/requests/a-1"],
    ["/{root}/requests/{id}", "/comfy/me/mine", "/comfy/me/mine/requests/a-1"],
    ["/{root}/requests/{id}", "/workflows-of/me/mine", "/workflows-of/me/requests/a-1"],
    ["/{owner}/auto/requests/{id}", "/fal-ai/flux-1/dev", "/fal-ai/auto/requests/a-1"],
  ])("%s of %s", (template, endpoint, want) => {
    expect(operationPath(template, endpoint, "a-1")).toBe(want);
  });
});

describe("readProblem", () => {
  test.each<[string, unknown, object]>([
    ["nothing", undefined, { fields: [] }],
    ["a text", "no", { fields: [] }],
    ["an error in words", { error: "no" }, { message: "no", fields: [] }],
    [
      "OpenAI's envelope",
      { error: { message: "no", type: "invalid_request_error", code: "bad" } },
      { message: "no", type: "bad", fields: [] },
    ],
    [
      "its type, where there is no code",
      { error: { message: "no", type: "odd" } },
      { message: "no", type: "odd", fields: [] },
    ],
    ["new-api's envelope", { code: "fail", message: "no" }, { message: "no", type: "fail", fields: [] }],
    ["a description", { description: "no" }, { message: "no", fields: [] }],
    ["msg", { msg: "no" }, { message: "no", fields: [] }],
    ["fal's detail", { detail: "no", error_type: "x" }, { message: "no", type: "x", fields: [] }],
    [
      "fal's list",
      { detail: [{ loc: ["body", "loras", 0, "path"], msg: "missing", type: "m" }, { msg: "no" }] },
      {
        message: "loras.0.path: missing; : no",
        fields: [
          { path: "loras.0.path", message: "missing", type: "m" },
          { path: "", message: "no" },
        ],
      },
    ],
    [
      "a field that is called body",
      { detail: [{ loc: ["query", "body"], msg: "no" }] },
      { message: "query.body: no", fields: [{ path: "query.body", message: "no" }] },
    ],
    [
      "a list below an error",
      { error: { detail: [{ loc: ["a"], msg: "no" }] } },
      { message: "a: no", fields: [{ path: "a", message: "no" }] },
    ],
    ["empty texts", { error: "", message: "", detail: "no" }, { message: "no", fields: [] }],
  ])("reads %s", (_name, body, want) => {
    expect(readProblem(body)).toEqual(want);
  });
});

describe("describeCause", () => {
  const reset = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
  test.each<[string, unknown, object]>([
    [
      "the innermost failure",
      new TypeError("fetch failed", { cause: reset }),
      { name: "Error", message: "socket hang up", code: "ECONNRESET" },
    ],
    ["what is no error", "boom", { name: "Error", message: "boom" }],
    [
      "an error with a cause that is none",
      new Error("no", { cause: "why" }),
      { name: "Error", message: "no", code: undefined },
    ],
  ])("tells %s", (_name, error, want) => {
    expect(describeCause(error)).toEqual(want);
  });

  test("does not follow rings", () => {
    const ring = new Error("round");
    ring.cause = ring;
    expect(describeCause(ring).message).toBe("round");
  });

  test.each([
    ["ECONNREFUSED", true],
    ["ENOTFOUND", true],
    ["UND_ERR_CONNECT_TIMEOUT", true],
    ["ECONNRESET", false],
    ["NOT_ENOTFOUND", false],
    [undefined, false],
  ])("%s means that nothing was sent: %s", (code, want) => {
    expect(surelyNotSent({ code })).toBe(want);
  });
});

describe("waits", () => {
  test.each([
    [0, 0, 0.5, 50 + 0.5 * 250],
    [3, 0, 0.5, 50 + 0.5 * 2000],
    [20, 0, 1, 50 + 30_000],
    [0, 5000, 0, 5000],
    [0, 5000, 1, 5500],
    [0, 3_600_000, 0, 60_000],
  ])("after %i tries, asked for %i ms, at luck %f: %f", (tries, asked, luck, want) => {
    expect(retryDelay(tries, asked, () => luck)).toBe(want);
  });

  test("nobody waits where nobody asked", () => expect(politeWait(0, () => 1)).toBe(0));
});

describe("submitExtras", () => {
  const lifetime = (seconds: number | null) => ({
    "x-fal-object-lifecycle-preference": `{"expiration_duration_seconds":${seconds}}`,
  });
  test.each([
    ["nothing", {}, {}],
    ["what is undefined is not sent", { hint: undefined, storageSettings: {} }, {}],
    ["seconds as they are", { storageSettings: { expiresIn: 90 } }, lifetime(90)],
    ["for ever", { storageSettings: { expiresIn: "never" } }, lifetime(null)],
    ["at once, which is a minute", { storageSettings: { expiresIn: "immediate" } }, lifetime(60)],
    ["a week", { storageSettings: { expiresIn: "7d" } }, lifetime(604_800)],
    ["what is kept anyway", { storageSettings: { keepPayload: true } }, {}],
    ["what is not to be kept", { storageSettings: { keepPayload: false } }, { "x-fal-store-io": "0" }],
    ["a start timeout just long enough", { startTimeout: 1.5 }, { "x-fal-request-timeout": "1.5" }],
  ] as const)("%s", (_name, options, headers) => {
    // @ts-expect-error undefined is not in the types
    expect(submitExtras(fal, options)).toEqual({ headers, query: {} });
  });

  test("a gateway gets none of it", () => {
    const options = { priority: "low", hint: "a", webhookUrl: "https://me.example" } as const;
    expect(submitExtras(falGateway, options)).toEqual({ headers: {}, query: {} });
    expect(submitExtras(fal, options).query).toEqual({ fal_webhook: "https://me.example" });
  });

  test.each([1, 0, -3, Number.NaN])("a start timeout of %d is refused", (startTimeout) => {
    expect(() => submitExtras(fal, { startTimeout })).toThrow("`startTimeout` must be more than 1 second.");
  });
});

test.each([
  [{ a: 1 }, { a: 2, b: 3 }, { a: 1, b: 3 }],
  [{ a: undefined }, { a: 2 }, { a: 2 }],
  [{ a: null }, { a: 2 }, { a: null }],
  [{ a: 1 }, undefined, { a: 1 }],
  ["text", { a: 2 }, { a: 2 }],
])("defaults: %j with %j is %j", (input, defaults, want) => {
  expect(applyDefaults(input, defaults)).toEqual(want);
});
