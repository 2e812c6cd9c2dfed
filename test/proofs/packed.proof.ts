import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeBlocks } from "../support/readme-examples.ts";

// The three packages as their users get them: packed, installed into an empty folder, tried with the README's examples.
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "docket-packed-"));
const packages = ["generator", "src", "generated"];
const [client = "", later = ""] = codeBlocks(readFileSync(join(root, "README.md"), "utf8"), "ts");
let emulator: ChildProcess | undefined;
let address = "";

beforeAll(async () => {
  npm(root, "run", "build");
  docketOf(root, ["generate"]);
  for (const name of packages) npm(join(root, name), "pack", "--pack-destination", folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  expect(tarballs).toHaveLength(packages.length);
  npm(folder, "install", "--prefer-offline", ...tarballs.map((name) => `./${name}`));
  address = await startEmulator();
});

afterAll(async () => {
  await stop(emulator);
  rmSync(folder, { recursive: true, force: true });
});

describe("packed packages", () => {
  it.each(packages)("%s pleases publint", async (name) => {
    const pkgDir = join(root, name);
    const { messages, pkg } = await publint({ pkgDir, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("bring no TypeScript and no generator to who installs the client", () => {
    const manifest = (path: string): unknown =>
      JSON.parse(readFileSync(join(folder, "node_modules", path, "package.json"), "utf8"));
    expect(manifest("@docket/fal")).toHaveProperty("dependencies", { "@docket/runtime": "^0.1.0" });
    expect(manifest("@docket/runtime")).toHaveProperty("dependencies", {
      "eventsource-parser": "3.1.0",
      "openapi-fetch": "0.17.0",
    });
  });

  it("run the README's first example against the emulator, with no request anywhere else", () => {
    const printed = runProgram("first.ts", client);
    expect(printed).toMatch(/IN_QUEUE \d/);
    expect(printed).toMatch(/[\w-]+ https?:\/\//);
  });

  it("run the README's second example", () => {
    const setUp = client.slice(0, client.indexOf("const { data"));
    expect(runProgram("later.ts", `${setUp}${later}\nconsole.log(data.images.length, "picture");`)).toContain(
      "1 picture",
    );
  });

  it.each([
    ["typescript", "nodenext"],
    ["typescript", "bundler"],
    ["typescript-6", "nodenext"],
    ["typescript-6", "bundler"],
    ["typescript-7", "nodenext"],
    ["typescript-7", "bundler"],
  ])("have types that resolve under %s with %s", (compiler, resolution) => {
    writeFileSync(
      join(folder, "use.ts"),
      `${client}\nimport { createApi } from "@docket/fal/api";\nexport const api = createApi({ gateway: "anyapi", credentials: "k" });\n`,
    );
    const module = resolution === "nodenext" ? "nodenext" : "esnext";
    const options = { target: "es2022", lib: ["es2023", "dom"], types: [], module, moduleResolution: resolution };
    const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true };
    writeFileSync(join(folder, "env.d.ts"), "declare const process: { env: Record<string, string | undefined> };\n");
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...options, ...strict }, files: ["use.ts", "env.d.ts"] }),
    );
    const run = spawnSync(process.execPath, [join(root, "node_modules", compiler, "bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
    expect(run.stdout).toBe("");
  });

  it("generate a client from a page of one's own", () => {
    mkdirSync(join(folder, "pages"), { recursive: true });
    writeFileSync(join(folder, "pages/echo.md"), page);
    const printed = docketOf(folder, ["generate", "pages", "--out", "client"]);
    expect(printed).toContain("POST /acme/echo");
    expect(readFileSync(join(folder, "client/dist/index.d.ts"), "utf8")).toContain("createClient");
    expect(docketOf(folder, ["generate", "pages", "--out", "client"])).toContain("up to date");
  });
});

const page = `# Echo

## OpenAPI Specification

\`\`\`yaml
openapi: 3.0.1
info: { title: '', version: 1.0.0 }
paths:
  /acme/echo:
    post:
      summary: Echo
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                text: { type: string, description: 要回显的文本。默认值：hello }
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema: { type: object, properties: {} }
              example: { status: IN_QUEUE, request_id: 3892f1e8-5fb1-469f-87b0-696d6054c9f2, response_url: 'https://queue.fal.run/acme/requests/3892f1e8', queue_position: 0 }
\`\`\`
`;

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync("npm", [...args, "--no-audit", "--no-fund"], {
    cwd,
    stdio: "pipe",
    shell: process.platform === "win32",
  });
}

function docketOf(cwd: string, args: readonly string[]): string {
  return execFileSync("npx", ["docket", ...args], { cwd, encoding: "utf8", stdio: "pipe" });
}

function runProgram(name: string, source: string): string {
  writeFileSync(join(folder, name), source);
  const preload = fileURLToPath(new URL("../support/redirect-gateway.mjs", import.meta.url));
  const env = {
    ...process.env,
    ANYAPI_KEY: "test-key",
    TEST_GATEWAY: "https://www.anyapi.vip",
    TEST_EMULATOR: address,
  };
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  return execFileSync(process.execPath, [tsx, "--import", preload, join(folder, name)], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
}

async function startEmulator(): Promise<string> {
  writeFileSync(join(folder, "docket.yaml"), 'package: "@docket/fal"\ngateways:\n  anyapi: { documents: specs }\n');
  mkdirSync(join(folder, "specs"));
  for (const name of ["flux-1-dev.txt", "flux-pro-kontext.txt"]) {
    writeFileSync(join(folder, "specs", name), readFileSync(join(root, "specs/anyapi", name)));
  }
  // The program itself: npx would start it through a shell, which does not pass the signal on that stops it.
  const program = join(folder, "node_modules/docket/bin/docket.mjs");
  const started = spawn(process.execPath, [program, "emulate", "--gateway", "anyapi", "--port", "0"], { cwd: folder });
  emulator = started;
  return await new Promise((resolve, reject) => {
    let printed = "";
    started.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    started.once("exit", () => reject(new Error(`docket emulate ended: ${printed}`)));
  });
}

async function stop(running: ChildProcess | undefined): Promise<void> {
  if (running === undefined || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once("exit", resolve));
  running.kill();
  await ended;
}
