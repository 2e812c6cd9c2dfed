import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { createProxyServer } from "../../docs/examples/proxy-node.ts";
import { createEmulator } from "../../generator/emulator/index.ts";
import { exampleDocument } from "../emulator/example-document.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const KEY = "canary-0123456789";
const closing: (() => unknown)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

const PAGE = `<!doctype html><meta charset="utf-8"><title>waiting</title><ol></ol><script type="module" src="/program.js"></script>`;

async function bundle(): Promise<string> {
  const contents = `
    import { defineClient } from "@docket/runtime";
    const id = "fal-ai/flux-1/dev";
    const client = defineClient({
      gateways: { alpha: { auth: "bearer", protocol: "fal-gateway", endpoints: [id] } },
      endpoints: { [id]: { path: "/" + id, title: id, protocols: { alpha: "fal-gateway" } } },
      defaults: {}, constraints: {},
    })({ gateway: "alpha", baseUrl: location.origin + "/api" });
    const say = (text) => document.querySelector("ol").append(Object.assign(document.createElement("li"), { textContent: text }));
    client.subscribe(id, { input: { prompt: "a lighthouse" }, pollInterval: 50, onQueueUpdate: ({ status }) => say(status) })
      .then(({ data }) => document.body.append(Object.assign(new Image(), { src: data.images[0].url, onload: () => (document.title = "done") })))
      .catch((error) => (document.title = error.name + ": " + error.message));`;
  const resolveDir = fileURLToPath(new URL("../..", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
  });
  return outputFiles[0]?.text ?? "";
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.skipIf(!executablePath)(
  "a browser shows the progress and the picture, and never has the key (needs Chromium in /usr/bin)",
  async () => {
    const emulator = createEmulator({
      document: exampleDocument,
      gateway: "alpha",
      timing: { ahead: 1, queued: 200, running: 200 },
    });
    closing.push(emulator.close);
    const server = await emulator.listen();
    const proxy = createProxyServer({ server, credentials: KEY, endpoints: ["fal-ai/flux-1/dev"], prefix: "/api" });
    const program = await bundle();
    const site = createServer((request, reply) => {
      if (request.url?.startsWith("/api/")) return void proxy.emit("request", request, reply);
      const isProgram = request.url === "/program.js";
      reply.setHeader("content-type", isProgram ? "text/javascript" : "text/html").end(isProgram ? program : PAGE);
    });
    const address = await listen(site);
    const browser = await chromium.launch({ executablePath: String(executablePath), args: ["--no-sandbox"] });
    closing.push(() => browser.close());
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => !/waiting/.test(Reflect.get(globalThis, "document").title));
    expect(await page.title()).toBe("done");
    const progress = await page.locator("li").allTextContents();
    expect([progress.at(0), progress.at(-1)]).toEqual(["IN_QUEUE", "COMPLETED"]);
    expect(await page.content()).not.toContain(KEY);
    expect(emulator.jobCount()).toBe(1);
  },
  60_000,
);
