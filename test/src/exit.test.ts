import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const support = new URL("../support/paint-client.ts", import.meta.url);

// A process that does not end by itself runs into the time limit of the test.
test.each([
  ["a result", "[{ json: { images: [{ url: 'x' }] } }]", "images"],
  ["a failure", "[{ json: { status: 'COMPLETED', error: 'no' } }]", "JobFailedError"],
  ["a timeout", "[{ json: { status: 'IN_PROGRESS' } }]", "TimeoutError"],
  ["a request that hangs", "[{ hangs: true }]", "TimeoutError"],
])("after %s the process ends by itself", async (_name, reads, want) => {
  const program = `
    import { createPaintClient, READ, SUBMIT, TAKEN } from ${JSON.stringify(support.href)};
    import { createRouteTable } from ${JSON.stringify(new URL("../support/route-table.ts", import.meta.url).href)};
    const { fetch } = createRouteTable({ [SUBMIT]: [TAKEN], [READ]: ${reads} });
    const client = createPaintClient({ gateway: "north", credentials: "key", fetch });
    const call = client.subscribe("acme/paint/fast", { input: { prompt: "a" }, pollInterval: 1, timeout: 300 });
    await call.then((result) => console.log(Object.keys(result.data)), (error) => console.log(error.name));`;
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const { stdout } = await run(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    cwd,
  });
  expect(stdout).toContain(want);
});
