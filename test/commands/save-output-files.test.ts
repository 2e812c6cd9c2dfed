import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { downloadFile } from "../../generator/commands/download-file.ts";
import { findOutputFiles } from "../../generator/commands/find-output-files.ts";
import { saveOutputFiles } from "../../generator/commands/save-output-files.ts";
import { testHost } from "../support/test-host.ts";

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

describe("findOutputFiles", () => {
  it.each([
    { output: { images: [{ url: "a" }, { url: "b" }] }, want: ["a", "b"] },
    { output: { image: { url: "a" }, video: { url: "v" } }, want: ["a", "v"] },
    { output: { deep: [{ er: { url: "a" } }], again: { url: "a" } }, want: ["a"] },
    { output: { images: [], request: { pictures: [{ url: "input" }] } }, want: [] },
    { output: { url: "a" }, want: ["a"] },
    { output: "text", want: [] },
    { output: null, want: [] },
  ])("in $output finds $want", ({ output, want }) => {
    expect(findOutputFiles(output)).toEqual(want);
  });

  it("bears a hundred thousand values and ten thousand levels", () => {
    expect(findOutputFiles({ list: Array.from({ length: 100_000 }, (_, index) => index) })).toEqual([]);
    let deep: unknown = { url: "bottom" };
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(findOutputFiles(deep)).toEqual(["bottom"]);
  });
});

describe("downloadFile", () => {
  const limits = (home: string, bytes = 100) => ({ home, bytes, signal: new AbortController().signal });

  it.each([
    { type: "image/png", want: ".png" },
    { type: "image/jpeg; charset=binary", want: ".jpg" },
    { type: "Video/MP4", want: ".mp4" },
    { type: "application/octet-stream", want: ".png" },
  ])("takes $type as $want", async ({ type, want }) => {
    const home = await serve((_, answer) => answer.setHeader("content-type", type).end("\u0089PNG....", "latin1"));
    expect(await downloadFile(home, limits(home))).toMatchObject({ extension: want });
  });

  it.each([
    {
      name: "a page",
      answer: { type: "text/html", status: 200, size: 5 },
      want: 'it is "text/html", no file that models make',
    },
    {
      name: "an error",
      answer: { type: "image/png", status: 404, size: 5 },
      want: "its host answered with status 404",
    },
    { name: "too much", answer: { type: "image/png", status: 200, size: 101 }, want: "it is larger than 0 MiB" },
  ])("refuses $name", async ({ answer: { type, status, size }, want }) => {
    const home = await serve((_, answer) => answer.writeHead(status, { "content-type": type }).end("x".repeat(size)));
    expect(await downloadFile(home, limits(home))).toBe(want);
  });

  it.each([
    "http://192.0.2.1/x.png",
    "file:///etc/passwd",
    "https://user:pass@example.com/x",
    "nonsense",
    "//example.com/x",
  ])("does not even ask %s", async (url) => {
    expect(await downloadFile(url, limits("https://gateway.example"))).toBe(
      "its address is neither https nor on the gateway itself",
    );
  });

  it("follows redirects, each held to the same rules", async () => {
    const home = await serve((request, answer) => {
      if (request.url === "/good") answer.writeHead(302, { location: "/picture" }).end();
      else if (request.url === "/bad") answer.writeHead(302, { location: "http://169.254.169.254/" }).end();
      else if (request.url === "/loop") answer.writeHead(302, { location: "/loop" }).end();
      else answer.writeHead(200, { "content-type": "image/png" }).end("x");
    });
    expect(await downloadFile(`${home}/good`, limits(home))).toMatchObject({ extension: ".png" });
    expect(await downloadFile(`${home}/bad`, limits(home))).toBe(
      "its address is neither https nor on the gateway itself",
    );
    expect(await downloadFile(`${home}/loop`, limits(home))).toBe("its address keeps redirecting");
  });

  it.each([
    { uri: "data:image/png;base64,AAAA", want: { extension: ".png" } },
    { uri: "data:text/html;base64,AAAA", want: 'it is "text/html", no file that models make' },
    { uri: `data:image/png;base64,${"AAAA".repeat(40)}`, want: "it is larger than 0 MiB" },
    { uri: "data:,hello", want: 'it is "", no file that models make' },
  ])("decodes $uri", async ({ uri, want }) => {
    const got = await downloadFile(uri, limits("https://x"));
    if (typeof want === "string") expect(got).toBe(want);
    else expect(got).toMatchObject(want);
  });

  it("says why nothing came", async () => {
    expect(await downloadFile("http://127.0.0.1:1/x", limits("http://127.0.0.1:1"))).toMatch(
      /^it could not be fetched \(\w+/,
    );
  });
});

describe("saveOutputFiles", () => {
  it("says that a folder cannot be written to, and goes on", async () => {
    const host = testHost();
    writeFileSync(join(host.cwd, "taken"), "a file, no folder");
    const output = { image: { url: "data:image/png;base64,AAAA" } };
    const options = { endpointId: "e", requestId: "r", folder: "taken", home: "https://x" };
    const { paths, problems } = await saveOutputFiles(output, options, host);
    expect(paths).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/was not saved: it could not be written to "taken" \(E\w+/)]);
  });

  it("names files by endpoint, request and number, whatever the server calls them", async () => {
    const host = testHost();
    const output = {
      images: [
        { url: "data:image/png;base64,AAAA", file_name: "../../../etc/passwd" },
        { url: "data:text/html;base64,AAAA" },
        { url: "data:image/jpeg;base64,BBBB" },
      ],
    };
    const options = {
      endpointId: "fal-ai/flux-1/dev",
      requestId: "../0123456789",
      folder: "pictures",
      home: "https://x",
    };
    const { paths, problems } = await saveOutputFiles(output, options, host);
    expect(paths).toEqual(["pictures/fal-ai-flux-1-dev-01234-1.png", "pictures/fal-ai-flux-1-dev-01234-3.jpg"]);
    expect(problems).toEqual([
      '"data:text/html;base64,AAAA…" was not saved: it is "text/html", no file that models make',
    ]);
    expect([...readFileSync(join(host.cwd, paths[0] ?? ""))]).toEqual([0, 0, 0]);
  });
});
