import { decode as decodePng } from "fast-png";
import { decode as decodeJpeg } from "jpeg-js";
import { describe, expect, it } from "vitest";
import type { Operation, RequestBody } from "../../generator/document.ts";
import { createEmulator, type Emulator } from "../../generator/emulator/emulator.ts";
import { EmulatorError } from "../../generator/emulator/emulator-error.ts";
import { arrayMember, stringMember } from "../../generator/json.ts";
import { exampleDocument } from "./example-document.ts";
import { createClock, type ManualClock } from "./manual-clock.ts";
import { readJson } from "./read-json.ts";

interface Setup {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
  readonly send: (method: string, path: string, body?: string, authorization?: string) => Promise<Response>;
}

function setUp(gateway: "alpha" | "fal"): Setup {
  const clock = createClock(1_000);
  const timing = { ahead: 2, queued: 300, running: 200, kept: 1000 };
  const emulator = createEmulator({
    document: exampleDocument,
    gateway,
    timing,
    seed: 7,
    now: clock.now,
    sleep: clock.sleep,
  });
  const usual = gateway === "fal" ? "Key canary" : "Bearer canary";
  const send: Setup["send"] = (method, path, body, authorization = usual) =>
    emulator.fetch(`https://gateway.test${path}`, {
      method,
      headers: { authorization },
      ...(body === undefined ? {} : { body }),
    });
  return { emulator, clock, send };
}

async function submit({ send }: Setup, input: object = { prompt: "a lighthouse" }): Promise<string> {
  const response = await send("POST", "/fal-ai/flux-1/dev", JSON.stringify(input));
  return stringMember(await readJson(response), "request_id") ?? "";
}

describe("a submit", () => {
  it.each(["alpha", "fal"] as const)("is answered as the documents show it (%s)", async (gateway) => {
    const { send } = setUp(gateway);
    const response = await send("POST", "/fal-ai/flux-1/dev", '{"prompt":"a lighthouse"}');
    const body = await readJson(response);
    expect(response.status).toBe(200);
    expect(body.request_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const link = `https://queue.fal.run/fal-ai/flux-1/requests/${body.request_id}`;
    expect(body).toEqual({
      status: "IN_QUEUE",
      request_id: body.request_id,
      response_url: link,
      status_url: `${link}/status`,
      cancel_url: `${link}/cancel`,
      logs: null,
      metrics: {},
      queue_position: 2,
    });
  });

  it.each([
    { body: "{}", loc: ["body", "prompt"], type: "missing" },
    { body: '{"prompt":1}', loc: ["body", "prompt"], type: "string_type" },
    { body: '{"prompt":"x","num_images":5}', loc: ["body", "num_images"], type: "less_than_equal" },
    { body: "[]", loc: ["body"], type: "dict_type" },
    { body: "{prompt", loc: ["body"], type: "json_invalid" },
  ])("with the body $body is refused: $type", async ({ body, loc, type }) => {
    const { send, emulator } = setUp("alpha");
    const response = await send("POST", "/fal-ai/flux-1/dev", body);
    expect(response.status).toBe(422);
    expect(arrayMember(await readJson(response), "detail")[0]).toMatchObject({
      loc,
      type,
      url: `https://docs.fal.ai/errors#${type}`,
    });
    expect(emulator.jobCount()).toBe(0);
  });

  it.each([
    { gateway: "alpha", authorization: "Bearer x", want: 200 },
    { gateway: "alpha", authorization: "Key x", want: 401 },
    { gateway: "alpha", authorization: "", want: 401 },
    { gateway: "fal", authorization: "Key x", want: 200 },
    { gateway: "fal", authorization: "Bearer x", want: 401 },
  ] as const)(
    "at $gateway with authorization '$authorization' gives $want",
    async ({ gateway, authorization, want }) => {
      const { send } = setUp(gateway);
      const response = await send("POST", "/fal-ai/flux-1/dev", '{"prompt":"x"}', authorization);
      expect(response.status).toBe(want);
    },
  );
});

describe("the read route of a gateway", () => {
  it("tells position, then progress, then the bare output with the request echoed", async () => {
    const setup = setUp("alpha");
    const id = await submit(setup, { prompt: "a lighthouse", seed: 5 });
    const path = `/fal-ai/auto/requests/${id}`;
    const seen: unknown[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const response = await setup.send("GET", path);
      const { status, queue_position } = await readJson(response);
      seen.push([response.status, status, queue_position]);
      await setup.clock.advance(100);
    }
    expect(seen).toEqual([
      [200, "IN_QUEUE", 2],
      [200, "IN_QUEUE", 1],
      [200, "IN_QUEUE", 0],
      [200, "IN_PROGRESS", undefined],
      [200, "IN_PROGRESS", undefined],
    ]);
    const done = await setup.send("GET", `/fal-ai/flux-1/requests/${id}`);
    expect(await done.json()).toEqual({
      images: [{ url: `https://gateway.test/files/${id}/0.jpg`, width: 1024, height: 768, content_type: "image/jpeg" }],
      timings: { inference: 0.2 },
      seed: 5,
      has_nsfw_concepts: [false],
      prompt: "a lighthouse",
      request: { prompt: "a lighthouse", seed: 5 },
    });
  });

  it("knows neither another app's jobs nor expired ones", async () => {
    const setup = setUp("alpha");
    const id = await submit(setup);
    expect((await setup.send("GET", `/fal-ai/upscaler/requests/${id}`)).status).toBe(400);
    await setup.clock.advance(10_000);
    expect((await setup.send("GET", `/fal-ai/flux-1/requests/${id}`)).status).toBe(400);
  });

  it.each(["/status", "/cancel", "/status/stream"])("has no %s: the dashboard answers with 200", async (suffix) => {
    const setup = setUp("alpha");
    const id = await submit(setup);
    const response = await setup.send(suffix === "/cancel" ? "PUT" : "GET", `/fal-ai/flux-1/requests/${id}${suffix}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toContain("<!doctype html>");
  });
});

describe("the routes of fal", () => {
  it("tell the status with 202, then 200", async () => {
    const setup = setUp("fal");
    const id = await submit(setup);
    const path = `/fal-ai/flux-1/requests/${id}/status`;
    const seen: unknown[] = [];
    for (const pause of [300, 200, 0]) {
      const response = await setup.send("GET", path);
      const { status, queue_position, metrics } = await readJson(response);
      seen.push([response.status, status, queue_position, metrics]);
      await setup.clock.advance(pause);
    }
    expect(seen).toEqual([
      [202, "IN_QUEUE", 2, {}],
      [202, "IN_PROGRESS", undefined, {}],
      [200, "COMPLETED", undefined, { inference_time: 0.2 }],
    ]);
  });

  it("give the result when it is there and while it is kept", async () => {
    const setup = setUp("fal");
    const id = await submit(setup);
    const path = `/fal-ai/flux-1/requests/${id}`;
    const early = await setup.send("GET", path);
    expect([early.status, await early.json()]).toEqual([400, { detail: "Request is still in progress" }]);
    await setup.clock.advance(500);
    const done = await setup.send("GET", path);
    const body = await readJson(done);
    expect([done.status, done.headers.get("x-fal-request-id")]).toEqual([200, id]);
    expect(Object.keys(body)).toEqual(["images", "timings", "seed", "has_nsfw_concepts", "prompt"]);
    await setup.clock.advance(1000);
    expect((await setup.send("GET", path)).status).toBe(404);
  });

  it.each([
    { after: 0, want: [200, { status: "OK" }] },
    { after: 350, want: [202, { status: "CANCELLATION_REQUESTED" }] },
    { after: 600, want: [400, { status: "ALREADY_COMPLETED" }] },
  ])("cancel after $after ms with $want", async ({ after, want }) => {
    const setup = setUp("fal");
    const id = await submit(setup);
    await setup.clock.advance(after);
    const response = await setup.send("PUT", `/fal-ai/flux-1/requests/${id}/cancel`);
    expect([response.status, await response.json()]).toEqual(want);
  });

  it("tell a cancelled job as completed with an error", async () => {
    const setup = setUp("fal");
    const id = await submit(setup);
    await setup.send("PUT", `/fal-ai/flux-1/requests/${id}/cancel`);
    const status = await setup.send("GET", `/fal-ai/flux-1/requests/${id}/status`);
    expect(await status.json()).toMatchObject({ status: "COMPLETED", error_type: "client_cancelled" });
    expect((await setup.send("GET", `/fal-ai/flux-1/requests/${id}`)).status).toBe(499);
  });

  it.each([
    { method: "GET", path: "/fal-ai/flux-1/dev/requests/ID/status", want: 405 },
    { method: "POST", path: "/fal-ai/flux-1/requests/ID/cancel", want: 405 },
    { method: "GET", path: "/fal-ai/flux-1/requests/nobody/status", want: 404 },
    { method: "GET", path: "/fal-ai/upscaler/requests/ID/status", want: 404 },
    { method: "POST", path: "/fal-ai/unknown", want: 404 },
  ])("$method $path gives $want", async ({ method, path, want }) => {
    const setup = setUp("fal");
    const id = await submit(setup);
    expect((await setup.send(method, path.replace("ID", id))).status).toBe(want);
  });

  it("stream each change of state once and then end", async () => {
    const setup = setUp("fal");
    const id = await submit(setup);
    const response = await setup.send("GET", `/fal-ai/flux-1/requests/${id}/status/stream?logs=1`);
    const text = response.text();
    for (let turn = 0; turn < 60; turn += 1) await setup.clock.advance(10);
    const events = (await text)
      .split("\n\n")
      .filter((frame) => frame.startsWith("data: "))
      .map((frame) => JSON.parse(frame.slice(6)));
    expect(events.map(({ status, queue_position }) => [status, queue_position])).toEqual([
      ["IN_QUEUE", 2],
      ["IN_QUEUE", 1],
      ["IN_QUEUE", 0],
      ["IN_PROGRESS", undefined],
      ["COMPLETED", undefined],
    ]);
    expect(events.at(-1).logs.map(({ message }: { message: string }) => message)).toEqual([
      "0%",
      "25%",
      "50%",
      "75%",
      "100%",
    ]);
  });
});

describe("seeds", () => {
  it("beyond 2^53 come back as they were sent", async () => {
    const setup = setUp("alpha");
    const response = await setup.send("POST", "/fal-ai/flux-1/dev", '{"prompt":"x","seed":15218022503948752270}');
    const { request_id } = await readJson(response);
    await setup.clock.advance(500);
    const text = await (await setup.send("GET", `/fal-ai/auto/requests/${request_id}`)).text();
    expect(text.match(/"seed":15218022503948752270/g)).toHaveLength(2);
  });

  it("are drawn, and large, where the caller gives none", async () => {
    const setup = setUp("fal");
    const id = await submit(setup);
    await setup.clock.advance(500);
    const text = await (await setup.send("GET", `/fal-ai/flux-1/requests/${id}`)).text();
    const [, digits = "0"] = /"seed":(\d+)/.exec(text) ?? [];
    expect(BigInt(digits)).toBeGreaterThan(2n ** 32n);
  });
});

describe("pictures", () => {
  async function pictures(input: object): Promise<readonly Response[]> {
    const setup = setUp("fal");
    const id = await submit(setup, input);
    await setup.clock.advance(500);
    const body = await readJson(await setup.send("GET", `/fal-ai/flux-1/requests/${id}`));
    const urls = arrayMember(body, "images").map((image) => stringMember(image, "url") ?? "");
    return Promise.all(urls.map((url) => setup.emulator.fetch(url)));
  }

  it("are JPEG files of the default size", async () => {
    const [file, ...more] = await pictures({ prompt: "x" });
    expect(more).toEqual([]);
    expect(file?.headers.get("content-type")).toBe("image/jpeg");
    const { width, height } = decodeJpeg(await (file ?? new Response()).arrayBuffer());
    expect([width, height]).toEqual([1024, 768]);
  });

  it("are as many, as large and of the format that is asked for, each different", async () => {
    const input = { prompt: "x", num_images: 2, output_format: "png", image_size: { width: 40, height: 30 } };
    const files = await Promise.all((await pictures(input)).map(async (file) => decodePng(await file.arrayBuffer())));
    expect(files.map(({ width, height }) => [width, height])).toEqual([
      [40, 30],
      [40, 30],
    ]);
    expect(files[0]?.data).not.toEqual(files[1]?.data);
  });

  it("follow from prompt and seed", async () => {
    const size = { width: 16, height: 16 };
    const paint = async (prompt: string, seed: number) => {
      const [file] = await pictures({ prompt, seed, output_format: "png", image_size: size });
      return Buffer.from(await (file ?? new Response()).arrayBuffer()).toString("base64");
    };
    const first = await paint("sea", 1);
    expect(await paint("sea", 1)).toBe(first);
    expect(await paint("sea", 2)).not.toBe(first);
    expect(await paint("hills", 1)).not.toBe(first);
  });

  it("come as data URIs in sync mode", async () => {
    const setup = setUp("fal");
    const id = await submit(setup, { prompt: "x", sync_mode: true, image_size: { width: 8, height: 8 } });
    await setup.clock.advance(500);
    const body = await readJson(await setup.send("GET", `/fal-ai/flux-1/requests/${id}`));
    expect(stringMember(arrayMember(body, "images")[0], "url")).toMatch(/^data:image\/jpeg;base64,\/9j\//);
  });
});

describe("other paths of a gateway", () => {
  it.each([
    { method: "DELETE", path: "/anything", status: 200, type: "text/html; charset=utf-8" },
    { method: "POST", path: "/fal-ai/unknown", status: 200, type: "text/html; charset=utf-8" },
    { method: "GET", path: "/v1/nothing", status: 404, type: "application/json" },
  ])("$method $path gives $status $type", async ({ method, path, status, type }) => {
    const response = await setUp("alpha").send(method, path);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
  });

  it("answer operations that are no queue with their example, after a look at the body", async () => {
    const { send } = setUp("alpha");
    expect(await (await send("POST", "/v1/chat/completions", '{"model":"m"}')).json()).toEqual({ id: "chat-1" });
    expect((await send("POST", "/v1/chat/completions", "{}")).status).toBe(422);
  });

  it.each([
    { content: { "image/png": {} }, type: "image/png", starts: "\u0089PNG" },
    { content: { "audio/mpeg": {} }, type: "audio/mpeg", starts: "\0\0" },
    { content: { "text/csv": { example: "a,b" } }, type: "text/csv", starts: "a,b" },
    { content: { "application/json": { example: [1] }, "image/png": {} }, type: "application/json", starts: "[1]" },
    { content: {}, type: "application/json", starts: "{}" },
  ])("answer with $type where that is documented, and take a form unread", async ({ content, type, starts }) => {
    const requestBody: RequestBody = { content: { "application/json": { schema: { required: ["a"] } } } };
    const responses = { "200": { description: "", content } };
    const operation: Operation = { operationId: "x", requestBody, responses, "x-docket-gateways": ["alpha"] };
    const document = { ...exampleDocument, paths: { "/v1/x": { post: operation } } };
    const headers = { authorization: "Bearer canary" };
    const init = { method: "POST", headers, body: new FormData() };
    const response = await createEmulator({ document, gateway: "alpha" }).fetch("https://gateway.test/v1/x", init);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
    expect(
      Buffer.from(await response.arrayBuffer())
        .toString("latin1")
        .slice(0, starts.length),
    ).toBe(starts);
  });
});

describe("the record", () => {
  it("masks keys and still knows where they were seen", async () => {
    const setup = setUp("alpha");
    await submit(setup);
    expect(JSON.stringify(setup.emulator.requests)).not.toContain("canary");
    expect(setup.emulator.requests[0]).toMatchObject({
      step: "submit",
      status: 200,
      headers: { authorization: "Bearer ***" },
    });
    expect(setup.emulator.credentialOrigins("canary")).toEqual(["https://gateway.test"]);
    expect(setup.emulator.sawCredential("another")).toBe(false);
  });
});

describe("options", () => {
  it.each([
    { given: { gateway: "nobody" }, want: /no gateway "nobody".*alpha, fal/ },
    { given: { gateway: "fal", faults: ["rubbish"] }, want: /unknown fault "rubbish"/ },
  ])("$given are refused", ({ given, want }) => {
    const make = () => createEmulator({ document: exampleDocument, ...given });
    expect(make).toThrow(EmulatorError);
    expect(make).toThrow(want);
  });

  it("make the same ids from the same seed", async () => {
    expect(await submit(setUp("alpha"))).toBe(await submit(setUp("alpha")));
  });
});
