import { describe, expect, test } from "vitest";
import * as errors from "../../src/errors.ts";

const { attach, DocketError } = errors;
const job = { requestId: "job-1", endpointId: "acme/paint/fast", gateway: "north" };
const RESUME = "it can be resumed";

describe("an error behind which the job may live says that it can be resumed", () => {
  test.each<[keyof typeof errors & `${string}Error`, object, boolean]>([
    ["TimeoutError", {}, true],
    ["AbortError", {}, true],
    ["ConnectionError", {}, true],
    ["RateLimitError", { status: 429 }, true],
    ["AuthenticationError", { status: 401 }, true],
    ["ProtocolError", { status: 200 }, true],
    ["JobPendingError", {}, true],
    ["ApiError", { status: 503 }, true],
    ["ApiError", { status: 404 }, false],
    ["ApiError", { status: 200 }, false],
    ["ValidationError", { status: 422 }, false],
    ["InputError", {}, false],
    ["JobFailedError", { status: 200 }, false],
    ["JobCancelledError", { status: 200 }, false],
  ])("%s %o → %s", (name, facts, lives) => {
    // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the table names the classes.
    const error = attach(new errors[name]("It ended.", facts), job);
    expect(error).toMatchObject({ name, ...job });
    expect(error).toHaveProperty("message", `It ended. (Job job-1 at north${lives ? `: ${RESUME}` : ""}.)`);
  });

  test.each<[string, unknown, boolean]>([
    ["granted", { status: "OK" }, false],
    ["that failed", new DocketError("no"), true],
  ])("a cancel %s decides", (_name, cancellation, lives) => {
    const error = attach(new errors.TimeoutError("Late."), { ...job, cancellation });
    expect(String(error).includes(RESUME)).toBe(lives);
  });
});

test("the job is named once, however often it is attached", () => {
  const error = attach(attach(new errors.TimeoutError("Late."), job), { ...job, gateway: "south" });
  expect(String(error)).toBe("TimeoutError: Late. (Job job-1 at north: it can be resumed.)");
});

test("what is no error of this package passes as it is", () => {
  const error = new TypeError("mine");
  expect(attach(error, job)).toBe(error);
  expect(Object.keys(error)).toEqual([]);
});
