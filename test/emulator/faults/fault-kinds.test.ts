import { describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "../../../generator/emulator/emulator.ts";
import { faultKinds } from "../../../generator/emulator/faults/fault-kinds.ts";
import { exampleDocument } from "../example-document.ts";
import { createClock, type ManualClock } from "../manual-clock.ts";
import { readJson } from "../read-json.ts";

const home = "https://gateway.test";
const timing = { ahead: 1, queued: 100, running: 100, kept: 1000 };

interface Setup {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
}

function setUp(gateway: "alpha" | "fal", ...faults: string[]): Setup {
  const clock = createClock(Date.UTC(2026, 10, 21));
  const { now, sleep } = clock;
  return {
    emulator: createEmulator({ document: exampleDocument, gateway, timing, faults, seed: 1, now, sleep }),
    clock,
  };
}

function submit({ emulator }: Setup, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: "Key canary" };
  return emulator.fetch(`${home}/fal-ai/flux-1/dev`, { method: "POST", headers, body: '{"prompt":"x"}', ...init });
}

async function submitted(setup: Setup): Promise<string> {
  return String((await readJson(await submit(setup))).request_id);
}

function read({ emulator }: Setup, id: string, suffix = "", init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: "Key canary" };
  return emulator.fetch(`${home}/fal-ai/flux-1/requests/${id}${suffix}`, { headers, ...init });
}

/** What a caller sees: status and body, or the code that `fetch` failed with. */
async function outcome(answer: Promise<Response>): Promise<unknown> {
  try {
    const response = await answer;
    return [response.status, await response.text()];
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error
      ? { code: "code" in error.cause && error.cause.code }
      : error;
  }
}

/** Names of the faults that a test below has struck; the last test compares them with all there are. */
const struck = new Set<string>();
function scripted(gateway: "alpha" | "fal", ...faults: string[]): Setup {
  for (const fault of faults) struck.add(fault.replace(/^\w+\//, "").replace(/[=:].*$/, ""));
  return setUp(gateway, ...faults);
}

describe("faults of the connection", () => {
  it.each([
    { fault: "refused", code: "ECONNREFUSED", jobs: 0 },
    { fault: "dns", code: "ENOTFOUND", jobs: 0 },
    { fault: "connect-timeout", code: "UND_ERR_CONNECT_TIMEOUT", jobs: 0 },
    { fault: "closed", code: "UND_ERR_SOCKET", jobs: 0 },
    { fault: "reset", code: "ECONNRESET", jobs: 1 },
  ])("$fault rejects with $code and leaves $jobs job", async ({ fault, code, jobs }) => {
    const setup = scripted("fal", fault);
    expect(await outcome(submit(setup))).toEqual({ code });
    expect(setup.emulator.jobCount()).toBe(jobs);
    expect(setup.emulator.requests).toMatchObject([{ step: "submit", fault }]);
  });

  it.each(["silence", "stall"])("%s lasts until the caller leaves, with a job taken", async (fault) => {
    const setup = scripted("fal", fault);
    const caller = new AbortController();
    const answer = submit(setup, { signal: caller.signal }).then((response) => response.text());
    setTimeout(() => caller.abort(new Error("the caller left")), 0);
    await expect(answer).rejects.toThrow("the caller left");
    expect(setup.emulator.jobCount()).toBe(1);
  });

  it("cut breaks the body off", async () => {
    const response = await submit(scripted("fal", "cut"));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  it("slow-drip gives a byte at a time", async () => {
    const setup = scripted("fal", "slow-drip=50");
    const reader = (await submit(setup)).body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(1);
    const second = reader?.read();
    await setup.clock.advance(50);
    expect((await second)?.value).toHaveLength(1);
    await reader?.cancel();
  });
});

describe("faults that are a status", () => {
  it.each([
    { fault: "unauthorized", status: 401, jobs: 0 },
    { fault: "quota", status: 402, jobs: 0 },
    { fault: "refuse=403", status: 403, jobs: 0 },
    { fault: "http", status: 500, jobs: 1 },
    { fault: "http=524.html", status: 524, jobs: 1 },
    { fault: "user-timeout", status: 504, jobs: 1 },
    { fault: "bad-gateway", status: 502, jobs: 1 },
    { fault: "gateway-timeout", status: 504, jobs: 1 },
  ])("$fault gives $status and leaves $jobs job", async ({ fault, status, jobs }) => {
    const setup = scripted("fal", fault);
    expect((await submit(setup)).status).toBe(status);
    expect(setup.emulator.jobCount()).toBe(jobs);
  });

  it.each([
    { envelope: "detail", body: '{"detail":"something went wrong"}' },
    {
      envelope: "list",
      body: '{"detail":[{"loc":["body","prompt"],"msg":"something went wrong","type":"value_error"}]}',
    },
    {
      envelope: "error",
      body: '{"error":{"message":"something went wrong","type":"upstream_error","code":"bad_response"}}',
    },
    { envelope: "code", body: '{"code":"bad_response","message":"something went wrong","data":null}' },
    { envelope: "description", body: '{"description":"something went wrong","type":"upstream_error","code":30}' },
    { envelope: "text", body: "something went wrong" },
    { envelope: "empty", body: "" },
  ])("words the error as $envelope", async ({ envelope, body }) => {
    expect(await outcome(submit(scripted("fal", `refuse=400.${envelope}`)))).toEqual([400, body]);
  });

  it.each([
    { fault: "rate-limit", want: [429, "1"] },
    { fault: "rate-limit=none", want: [429, null] },
    { fault: "rate-limit=999999999", want: [429, "999999999"] },
    { fault: "unavailable=date+90", want: [503, "Sat, 21 Nov 2026 00:01:30 GMT"] },
  ])("$fault gives $want", async ({ fault, want }) => {
    const response = await submit(scripted("fal", fault));
    expect([response.status, response.headers.get("retry-after")]).toEqual(want);
  });
});

describe("faults of the body", () => {
  it.each([
    { fault: "html", type: "text/html; charset=utf-8", body: /^<!doctype html>/ },
    { fault: "empty", type: "application/json", body: /^$/ },
    { fault: "text", type: "text/plain", body: /^ok$/ },
    { fault: "null", type: "application/json", body: /^null$/ },
    { fault: "list", type: "application/json", body: /^\[\]$/ },
    { fault: "truncated", type: "application/json", body: /^\{"status":"IN_QUEUE"[^}]*$/ },
    { fault: "content-type", type: "text/plain", body: /^\{.*\}$/ },
    { fault: "deep", type: "application/json", body: /^\[{100000}\]{100000}$/ },
    { fault: "huge=100", type: "application/json", body: /^\{"images":"a{100}"\}$/ },
    { fault: "gzip-bomb=100", type: "application/json", body: /^\{"images":"a{100}"\}$/ },
  ])("$fault gives 200 with $type", async ({ fault, type, body }) => {
    const setup = scripted("fal", fault);
    const response = await submit(setup);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
    expect(await response.text()).toMatch(body);
    expect(setup.emulator.jobCount()).toBe(1);
  });

  it("bom puts a mark before the JSON", async () => {
    const bytes = new Uint8Array(await (await submit(scripted("fal", "bom"))).arrayBuffer());
    expect([...bytes.slice(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x7b]);
  });

  it("no-content gives 204", async () => {
    expect(await outcome(submit(scripted("fal", "no-content")))).toEqual([204, ""]);
  });

  it("cookie sets one", async () => {
    expect((await submit(scripted("fal", "cookie"))).headers.get("set-cookie")).toBe("session=abc; Path=/");
  });

  it("echo-key repeats the credentials in header and body", async () => {
    const response = await submit(scripted("fal", "echo-key"));
    expect(response.headers.get("x-upstream-authorization")).toBe("Key canary");
    expect(await response.text()).toContain("Key canary");
  });

  it.each([
    { fault: "partial", keys: ["timings", "seed", "has_nsfw_concepts", "prompt"] },
    { fault: "wrapped", keys: ["status", "logs", "response"] },
  ])("$fault leaves the result with $keys", async ({ fault, keys }) => {
    const setup = scripted("fal", fault);
    const id = await submitted(setup);
    await setup.clock.advance(200);
    expect(Object.keys(await readJson(await read(setup, id)))).toEqual(keys);
  });
});

describe("faults that lead elsewhere", () => {
  it.each([
    { fault: "redirect", want: [307, "https://attacker.invalid/fal-ai/flux-1/dev"] },
    { fault: "redirect=301", want: [301, "https://attacker.invalid/fal-ai/flux-1/dev"] },
    { fault: "redirect-loop", want: [302, `${home}/fal-ai/flux-1/dev`] },
    { fault: "redirect-metadata", want: [302, "http://169.254.169.254/latest/meta-data/"] },
    { fault: "redirect-relative", want: [302, "/elsewhere"] },
  ])("$fault gives $want to a caller that looks itself", async ({ fault, want }) => {
    const response = await submit(scripted("fal", fault), { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual(want);
  });

  it("redirect rejects for a caller that forbids it, and is followed with the body for one that does not care", async () => {
    const strict = setUp("fal", "redirect");
    await expect(submit(strict, { redirect: "error" })).rejects.toThrow("fetch failed");
    expect(strict.emulator.requests).toHaveLength(1);
    const careless = setUp("fal", "redirect");
    await submit(careless);
    expect(careless.emulator.requests[1]).toMatchObject({ method: "POST", body: '{"prompt":"x"}' });
    expect(careless.emulator.requests[1]?.headers.authorization).toBeUndefined();
  });

  it.each([
    { form: "foreign", want: "https://attacker.invalid/fal-ai/flux-1/requests/ID/status" },
    { form: "userinfo", want: "https://gateway.test@attacker.invalid/fal-ai/flux-1/requests/ID/status" },
    { form: "backslash", want: "https://attacker.invalid\\@gateway.test/fal-ai/flux-1/requests/ID/status" },
    { form: "dot", want: "https://gateway.test./fal-ai/flux-1/requests/ID/status" },
    { form: "port", want: "https://gateway.test:1/fal-ai/flux-1/requests/ID/status" },
    { form: "http", want: "http://gateway.test.invalid/fal-ai/flux-1/requests/ID/status" },
    { form: "ip", want: "http://2852039166/fal-ai/flux-1/requests/ID/status" },
    { form: "relative", want: "//attacker.invalid/fal-ai/flux-1/requests/ID/status" },
    { form: "other-job", want: `${home}/fal-ai/flux-1/requests/00000000-0000-4000-8000-000000000000/status` },
    { form: "traversal", want: `${home}/fal-ai/flux-1/requests/ID/status/%2e%2e/%2e%2e/admin` },
    { form: "script", want: "javascript:alert(1)" },
    { form: "suffix", want: `${home}/fal-ai/flux-1/requests/ID/status/response` },
    { form: "number", want: 7 },
    { form: "missing", want: undefined },
  ])("links=$form forges the status_url", async ({ form, want }) => {
    const { request_id, status_url } = await readJson(await submit(scripted("fal", `links=${form}`)));
    expect(status_url).toBe(typeof want === "string" ? want.replace("ID", String(request_id)) : want);
  });

  it.each([
    { form: "dots", want: ".." },
    { form: "slash", want: "a/b" },
    { form: "traversal", want: "../../../v1/models" },
    { form: "number", want: 42 },
    { form: "null", want: null },
    { form: "missing", want: undefined },
  ])("request-id=$form", async ({ form, want }) => {
    expect((await readJson(await submit(scripted("fal", `request-id=${form}`)))).request_id).toBe(want);
  });
});

describe("faults of a job's life", () => {
  it.each([
    { fault: "stuck", want: "IN_QUEUE" },
    { fault: "stuck-running", want: "IN_PROGRESS" },
  ])("$fault says $want for ever", async ({ fault, want }) => {
    const setup = scripted("alpha", fault);
    const id = String(
      (await readJson(await submit(setup, { headers: { authorization: "Bearer canary" } }))).request_id,
    );
    await setup.clock.advance(10 ** 12);
    expect(await readJson(await read(setup, id, "", { headers: { authorization: "Bearer canary" } }))).toMatchObject({
      status: want,
    });
  });

  it.each([
    { gateway: "fal", fault: "failed", status: [200, "FAILED"], result: 422 },
    { gateway: "fal", fault: "completed-error", status: [200, "COMPLETED"], result: 422 },
    { gateway: "fal", fault: "model-error", status: [200, "COMPLETED"], result: 422 },
    { gateway: "fal", fault: "expired", status: [404, undefined], result: 404 },
  ] as const)("$fault at $gateway: status $status, result $result", async ({ gateway, fault, status, result }) => {
    const setup = scripted(gateway, fault);
    const id = await submitted(setup);
    await setup.clock.advance(200);
    const told = await read(setup, id, "/status");
    expect([told.status, (await readJson(told)).status]).toEqual(status);
    expect((await read(setup, id)).status).toBe(result);
  });

  it.each([
    {
      fault: "failed",
      want: [200, { status: "FAILED", error: "Invalid status code: 422", error_type: "content_policy_violation" }],
    },
    { fault: "completed-error", want: [200, { status: "COMPLETED", error: "Invalid status code: 422" }] },
    { fault: "model-error", want: [422, { detail: [{ type: "content_policy_violation" }] }] },
    { fault: "expired", want: [400, { code: "task_not_exist" }] },
    { fault: "nsfw", want: [200, { has_nsfw_concepts: [true] }] },
    { fault: "no-pictures", want: [200, { images: [] }] },
  ])("$fault, read at a gateway, gives $want", async ({ fault, want }) => {
    const setup = scripted("alpha", fault);
    const headers = { authorization: "Bearer canary" };
    const id = String((await readJson(await submit(setup, { headers }))).request_id);
    await setup.clock.advance(200);
    const response = await read(setup, id, "", { headers });
    const body = await readJson(response);
    expect([response.status, body]).toMatchObject(want);
  });

  it.each([
    { word: "PAUSED", want: "PAUSED" },
    { word: "null", want: null },
    { word: "number", want: 1 },
    { word: "missing", want: undefined },
    { word: "lower", want: "in_queue" },
  ])("status=$word", async ({ word, want }) => {
    const setup = scripted("fal", `status=${word}`);
    const id = await submitted(setup);
    expect((await readJson(await read(setup, id, "/status"))).status).toBe(want);
  });

  it("submit/status=COMPLETED ends a job before it began", async () => {
    expect((await readJson(await submit(scripted("fal", "submit/status=COMPLETED")))).status).toBe("COMPLETED");
  });

  it.each([
    { value: "202", want: [202, { status: "IN_QUEUE" }] },
    { value: "400", want: [400, { detail: "Request is still in progress" }] },
  ])("pending=$value", async ({ value, want }) => {
    const setup = scripted("fal", `pending=${value}`);
    const response = await read(setup, await submitted(setup), "/status");
    expect([response.status, await readJson(response)]).toMatchObject(want);
  });

  it.each([
    { word: "NOT_FOUND", want: [404, { status: "NOT_FOUND" }] },
    { word: "OK", want: [200, { status: "OK" }] },
    { word: "ALREADY_COMPLETED", want: [400, { status: "ALREADY_COMPLETED" }] },
    { word: "CANCELLATION_REQUESTED", want: [202, { status: "CANCELLATION_REQUESTED" }] },
    { word: "detail", want: [400, { detail: "Request is already completed" }] },
  ])("cancel=$word", async ({ word, want }) => {
    const setup = scripted("fal", `cancel=${word}`);
    const response = await read(setup, await submitted(setup), "/cancel", { method: "PUT" });
    expect([response.status, await readJson(response)]).toEqual(want);
  });

  it("cancel-ignored lets the job finish", async () => {
    const setup = scripted("fal", "cancel-ignored");
    const id = await submitted(setup);
    await setup.clock.advance(150);
    expect((await read(setup, id, "/cancel", { method: "PUT" })).status).toBe(202);
    await setup.clock.advance(50);
    expect((await read(setup, id)).status).toBe(200);
  });
});

describe("faults of the stream", () => {
  it.each([
    { fault: "stream-malformed", want: 'data: {"status":\n\n' },
    { fault: "stream-ends", want: ": ping\n\n" },
  ])("$fault", async ({ fault, want }) => {
    const setup = scripted("fal", fault);
    expect(await outcome(read(setup, await submitted(setup), "/status/stream"))).toEqual([200, want]);
  });

  it("stream-split sends single bytes", async () => {
    const setup = scripted("fal", "stream-split");
    const reader = (await read(setup, await submitted(setup), "/status/stream")).body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(1);
    await reader?.cancel();
  });
});

describe("the fault header", () => {
  it("strikes its own request, and later steps of the job it submits", async () => {
    const setup = setUp("fal");
    const headers = { authorization: "Key canary", "x-docket-fault": "status/html, status/http=503" };
    const id = String((await readJson(await submit(setup, { headers }))).request_id);
    const seen = [];
    for (let turn = 0; turn < 3; turn += 1) seen.push((await read(setup, id, "/status")).status);
    expect(seen).toEqual([200, 503, 202]);
    expect(setup.emulator.requests.map(({ fault }) => fault)).toEqual([undefined, "html", "http", undefined]);
  });

  it("says what it does not understand", async () => {
    const response = await submit(setUp("fal"), { headers: { "x-docket-fault": "nonsense" } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('unknown fault \\"nonsense\\"');
  });
});

it("every kind of fault is struck by a test above", () => {
  expect([...faultKinds.keys()].filter((name) => !struck.has(name))).toEqual([]);
});
