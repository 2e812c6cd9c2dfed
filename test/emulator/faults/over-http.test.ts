import { get, type IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "../../../generator/emulator/emulator.ts";
import { exampleDocument } from "../example-document.ts";

const open: Emulator[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

async function start(fault: string): Promise<string> {
  const emulator = createEmulator({ document: exampleDocument, gateway: "fal", faults: [`other/${fault}`] });
  open.push(emulator);
  return emulator.listen();
}

/** The bytes as they came, without decoding, and how the message ended. */
function raw(
  address: string,
): Promise<{ readonly bytes: Buffer; readonly complete: boolean; readonly answer: IncomingMessage }> {
  return new Promise((resolve, reject) => {
    get(address, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", () => undefined);
      answer.on("close", () => resolve({ bytes: Buffer.concat(chunks), complete: answer.complete, answer }));
    }).on("error", reject);
  });
}

describe("over HTTP", () => {
  it.each(["refused", "reset", "closed"])("%s resets the connection before any byte", async (fault) => {
    await expect(raw(await start(fault))).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it("cut ends it in the middle of the body", async () => {
    const { bytes, complete, answer } = await raw(await start("cut"));
    expect(complete).toBe(false);
    expect(bytes.length).toBeLessThan(Number(answer.headers["content-length"]));
  });

  it("truncated is a complete message of half a body", async () => {
    const { bytes, complete } = await raw(await start("truncated"));
    expect([bytes.toString(), complete]).toEqual(['{"detail":"', true]);
  });

  it("gzip-bomb is small on the wire and large when unpacked", async () => {
    const { bytes, answer } = await raw(await start(`gzip-bomb=${2 ** 22}`));
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect(bytes.length).toBeLessThan(20_000);
    expect(gunzipSync(bytes).length).toBe(2 ** 22 + '{"images":""}'.length);
  });

  it("huge stops when the caller leaves", async () => {
    const address = await start("huge");
    const answer = await fetch(address);
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(answer.headers.get("content-length")).toBeNull();
  });

  it("silence keeps the connection open until the caller leaves", async () => {
    const address = await start("silence");
    const caller = new AbortController();
    const answer = fetch(address, { signal: caller.signal });
    setTimeout(() => caller.abort(new Error("the caller left")), 20);
    await expect(answer).rejects.toThrow("the caller left");
  });
});
