import { describe, expect, it } from "vitest";
import { downloadFile } from "../../generator/commands/download-file.ts";
import { oneOf, parseOptions, UsageError } from "../../generator/commands/parse-options.ts";
import { readInputFile } from "../../generator/commands/read-input-file.ts";
import { readYamlFile } from "../../generator/commands/read-yaml-file.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { testHost } from "../support/test-host.ts";

const cwd = "/nowhere";
const hostOf = (files: { readonly [path: string]: string | Uint8Array }) =>
  testHost({ cwd, files: memoryFiles(cwd, files) });

describe("readInputFile", () => {
  const host = hostOf({
    "cat.PNG": Uint8Array.of(1, 2, 3),
    "cat.avif": Uint8Array.of(4),
    "prompt.txt": "一只老虎\n",
    "song.mp3": Uint8Array.of(0xff, 0xfb),
    "folder/x": "",
  });
  it.each([
    ["a picture, by its name in any case", "cat.PNG", { text: "data:image/png;base64,AQID" }],
    ["another kind of picture", "cat.avif", { text: "data:image/avif;base64,BA==" }],
    ["text as it is", "prompt.txt", { text: "一只老虎\n" }],
    ["nothing of other bytes", "song.mp3", { problem: '"song.mp3" is neither text nor a picture that gateways take' }],
    ["nothing of a folder", "folder", { problem: '"folder" cannot be sent: not a file' }],
    ["nothing that is missing", "gone.png", { problem: '"gone.png" cannot be sent: missing' }],
  ])("sends %s", async (_, path, want) => {
    expect(await readInputFile(path, host)).toEqual(want);
  });
});

describe("readYamlFile", () => {
  it.each([
    ["a mapping", "a: [1]\n", { value: { a: [1] } }],
    ["nothing", "", { value: null }],
    ["a broken one", 'a: 1\nb: "\n', expect.stringMatching(/^line [23]: The YAML cannot be read/)],
    ["one key twice", "a: 1\na: 2\n", expect.stringMatching(/^line 2: The key "a" stood before/)],
    ["no text", Uint8Array.of(0x61, 0xff), expect.stringMatching(/^line 1: The document is not UTF-8/)],
  ])("reads %s", async (_, content, want) => {
    const read = await readYamlFile(`${cwd}/f.yaml`, "f.yaml", hostOf({ "f.yaml": content }));
    expect(typeof read === "string" ? read : JSON.parse(JSON.stringify(read))).toEqual(want);
  });

  it.each([
    ["f.yaml", "missing"],
    ["folder", "it cannot be read"],
  ])("says why there is no %s", async (name, want) => {
    expect(await readYamlFile(`${cwd}/${name}`, name, hostOf({ "folder/x": "" }))).toBe(want);
  });
});

describe("downloadFile, of bytes whose type nobody stated", () => {
  const limits = { home: "https://gw.example", bytes: 100, signal: new AbortController().signal };
  it.each([
    ["\u0089PNG\r\n\u001a\n", ".png"],
    ["\u00ff\u00d8\u00ff\u00e0", ".jpg"],
    ["RIFF....WEBPVP8 ", ".webp"],
    ["RIFF....WAVEfmt ", undefined],
    ["GIF89a", ".gif"],
    ["glTF\u0002", ".glb"],
    ["\0\0\0 ftypisom", ".mp4"],
    ["<html>", undefined],
    ["", undefined],
  ])("%j is %s", async (head, extension) => {
    const data = Buffer.from(head, "latin1").toString("base64");
    const got = await downloadFile(`data:application/octet-stream;base64,${data}`, limits);
    expect(typeof got === "string" ? undefined : got.extension).toBe(extension);
  });

  it.each([
    ["data:image/png,plain", 'it is "", no file that models make'],
    ["data:text/html;base64,PGI+", 'it is "text/html", no file that models make'],
    [`data:image/png;base64,${"A".repeat(200)}`, "it is larger than 0 MiB"],
    ["http://other.example/a.png", "its address is neither https nor on the gateway itself"],
    ["https://me@other.example/a.png", "its address is neither https nor on the gateway itself"],
    ["no address", "its address is neither https nor on the gateway itself"],
  ])("%s is refused", async (url, want) => {
    expect(await downloadFile(url, limits)).toBe(want);
  });
});

describe("parseOptions", () => {
  const options = { out: { type: "string" }, json: { type: "boolean" } } as const;
  const parse = (args: readonly string[]) => parseOptions(args, options, 1);

  it("takes words and options in any order", () => {
    expect(parse(["--json", "pages", "--out=x"])).toMatchObject({
      values: { json: true, out: "x" },
      positionals: ["pages"],
    });
    expect(parse(["--", "--out"]).positionals).toEqual(["--out"]);
  });

  it.each([
    [["--ouut", "x"], 'there is no option "--ouut"; did you mean --out?'],
    [["--zzzzzz"], 'there is no option "--zzzzzz"'],
    [["-o", "x"], 'there is no option "-o"'],
    [["a", "b"], 'unexpected argument "b"'],
    [["--out"], "Option '--out <value>' argument missing"],
    [["--json=yes"], "Option '--json' does not take an argument"],
    [["--toString"], 'there is no option "--toString"'],
  ])("refuses %j", (args, message) => {
    expect(() => parse(args)).toThrow(new UsageError(message));
  });

  it("holds a word against its list", () => {
    expect(oneOf("--format", "json", ["json", "text"])).toBe("json");
    expect(() => oneOf("--format", "yaml", ["json", "text"])).toThrow(
      new UsageError('--format must be one of json, text, not "yaml"'),
    );
  });
});
