import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const PATH = fileURLToPath(new URL("./caller.ts", import.meta.url));
const SCHEMA = `import type { CreateClient } from "../../src/index.ts";
interface Schema {
  endpoints: { "acme/paint": { input: { prompt: string }; output: { images: string[] } } };
  gateways: {
    north: { endpoints: "acme/paint"; protocol: "fal-gateway"; server: true };
    south: { endpoints: "acme/paint"; protocol: "fal-gateway"; server: false };
    home: { endpoints: "acme/paint"; protocol: "fal"; server: true };
  };
}
declare const createClient: CreateClient<Schema>;
`;

/** What the compiler says of each call. */
function compile(calls: readonly string[]): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const readFile = host.getSourceFile;
  host.getSourceFile = (path, ...rest) =>
    path === PATH
      ? ts.createSourceFile(path, SCHEMA + calls.join("\n"), ts.ScriptTarget.ES2023)
      : readFile(path, ...rest);
  const program = ts.createProgram([PATH], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(PATH))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("a misspelt gateway is answered with all there are, alone and among several", () => {
  const wrong = `Type '"nort"' is not assignable to type '"north" | "south" | "home"'. Did you mean '"north"'?`;
  const calls = [`createClient({ gateway: "nort" });`, `createClient({ gateways: [{ gateway: "nort" }] });`];
  expect(compile(calls)).toEqual([wrong, wrong]);
});

test("a base URL left out is named", () => {
  const missing = expect.stringMatching(/Property 'baseUrl' is missing/);
  const calls = [`createClient({ gateway: "south" });`, `createClient({ gateways: [{ gateway: "south" }] });`];
  expect(compile(calls)).toEqual([missing, missing]);
});

test("what is wrong with a call is named, with what was meant", () => {
  const client = `createClient({ gateway: "north" })`;
  const calls = [
    [`subscribe("acme/paint", { input: { promt: "a" } })`, /'promt' does not exist.*Did you mean to write 'prompt'/],
    [`subscribe("acme/paint", { input: {} })`, /Property 'prompt' is missing/],
    [`subscribe("acme/pain", { input: { prompt: "a" } })`, /'"acme\/pain"' is not assignable.*'"acme\/paint"'/],
    [`queue.submit("acme/paint", { input: { prompt: 1 } })`, /Type 'number' is not assignable to type 'string'/],
    [`queue.cancel("acme/paint", { requestId: "a" })`, /Property 'cancel' does not exist/],
    [`subscribe("acme/paint", { input: { prompt: "a" }, onQueueUpdat: () => {} })`, /Did you mean.*'onQueueUpdate'/],
  ] as const;
  const said = compile(calls.map(([call]) => `${client}.${call};`));
  expect(said).toEqual(calls.map(([, want]) => expect.stringMatching(want)));
});
