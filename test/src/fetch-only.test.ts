import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { DONE, READ, RUNNING, SUBMIT, TAKEN } from "../support/paint-client.ts";
import { createRouteTable } from "../support/route-table.ts";

/** What every fetch runtime has, and nothing of Node. */
const WEB = {
  ...{ AbortController, AbortSignal, FormData, Headers, ReadableStream, Request, Response, TextDecoder, TextEncoder },
  ...{ URL, URLSearchParams, clearTimeout, performance, setTimeout },
};

test("a runtime that has fetch and nothing of Node is enough", async () => {
  const contents = `
    import { createPaintClient } from "./support/paint-client.ts";
    const client = createPaintClient({ gateway: "north", credentials: "key", fetch: gateway });
    export const result = client.subscribe("acme/paint/fast", { input: { prompt: "a tiger" }, pollInterval: 1 });`;
  const resolveDir = fileURLToPath(new URL("..", import.meta.url));
  const options = { bundle: true, write: false, format: "iife", globalName: "program", platform: "browser" } as const;
  const { outputFiles } = await build({ stdin: { contents, resolveDir, loader: "ts" }, ...options });
  const { fetch: gateway } = createRouteTable({ [SUBMIT]: [TAKEN], [READ]: [RUNNING, DONE] });
  const context = createContext({ ...WEB, gateway });
  const result: unknown = await runInContext(`${outputFiles[0]?.text}; program.result`, context);
  expect(JSON.parse(JSON.stringify(result))).toEqual({ data: DONE.json, requestId: "job-1", gateway: "north" });
});
