import { describe, expect, it } from "vitest";
import { type FileText, parseInputs, readInputWord } from "../../generator/commands/parse-inputs.ts";
import type { PlannedField } from "../../generator/plan.ts";

const field = (name: string, ...types: string[]): PlannedField => ({
  name,
  types,
  required: false,
  deprecated: false,
  limits: [],
});
const fields = [
  field("prompt", "string"),
  field("num_images", "integer"),
  field("guidance_scale", "number"),
  field("safety", "boolean"),
  field("safety_tolerance", "string"),
  field("image_size", "string", "object"),
  field("loras", "array"),
  field("image_urls", "array"),
  field("seed", "integer", "null"),
  field("anything"),
];
const files = new Map<string, FileText>([["cat.png", { text: "data:image/png;base64,AA==" }]]);

async function parse(...words: string[]): ReturnType<typeof parseInputs> {
  const read = words.flatMap((word) => readInputWord(word) ?? []);
  return parseInputs(read, fields, async (path) => files.get(path) ?? { problem: `no ${path}` });
}

describe("readInputWord", () => {
  it.each([
    { word: "a=b", want: { field: "a", kind: "text", value: "b" } },
    { word: "a=", want: { field: "a", kind: "text", value: "" } },
    { word: "a=b=c", want: { field: "a", kind: "text", value: "b=c" } },
    { word: "a:=[1]", want: { field: "a", kind: "json", value: "[1]" } },
    { word: "a=@x.png", want: { field: "a", kind: "file", value: "@x.png" } },
    { word: "=b", want: undefined },
    { word: ":=b", want: undefined },
    { word: "a", want: undefined },
  ])("reads $word", ({ word, want }) => {
    expect(readInputWord(word)).toEqual(want);
  });
});

describe("parseInputs", () => {
  it.each([
    { words: ["prompt=a tiger"], want: { prompt: "a tiger" } },
    { words: ["prompt=5"], want: { prompt: "5" } },
    { words: ["num_images=2"], want: { num_images: 2 } },
    { words: ["guidance_scale=3.5"], want: { guidance_scale: 3.5 } },
    { words: ["guidance_scale=3"], want: { guidance_scale: 3 } },
    { words: ["safety=false"], want: { safety: false } },
    { words: ["safety_tolerance=2"], want: { safety_tolerance: "2" } },
    { words: ["image_size=square_hd"], want: { image_size: "square_hd" } },
    { words: ['image_size={"width":5}'], want: { image_size: { width: 5 } } },
    { words: ["image_size={draft}"], want: { image_size: "{draft}" } },
    { words: ['loras=[{"path":"x"}]'], want: { loras: [{ path: "x" }] } },
    { words: ["image_urls=a", "image_urls=b"], want: { image_urls: ["a", "b"] } },
    { words: ["seed=15218022503948752270"], want: { seed: 15218022503948752270n } },
    { words: ["seed=null"], want: { seed: null } },
    { words: ["anything=true"], want: { anything: true } },
    { words: ["anything=word"], want: { anything: "word" } },
    { words: ['prompt:={"raw":12345678901234567890}'], want: { prompt: { raw: 12345678901234567890n } } },
    { words: ["undocumented:=1"], want: { undocumented: 1 } },
    { words: ["image_urls=@cat.png"], want: { image_urls: "data:image/png;base64,AA==" } },
    { words: ["prompt=a", "prompt=b"], want: { prompt: "b" } },
  ])("types $words", async ({ words, want }) => {
    expect(await parse(...words)).toEqual({ input: want, problems: [], notes: [] });
  });

  it.each([
    { words: ["num_images=two"], want: '"num_images" takes an integer, not "two"' },
    { words: ["num_images=1.5"], want: '"num_images" takes an integer, not "1.5"' },
    { words: ["safety=yes"], want: '"safety" takes a boolean, not "yes"' },
    { words: ["loras=[1"], want: 'the value of "loras" is no JSON: "[1"' },
    { words: ["prompt:=nope"], want: 'the value of "prompt" is no JSON: "nope"' },
    { words: ["prompt=@none.txt"], want: "no none.txt" },
    {
      words: ["num_image=2"],
      want: '"num_image" is no documented field: did you mean "num_images"? (to send it all the same: num_image:=…)',
    },
  ])("refuses $words", async ({ words, want }) => {
    expect((await parse(...words)).problems).toEqual([want]);
  });

  it("sends fields that resemble no documented one, with a note", async () => {
    const { input, problems, notes } = await parse("strength_of_colour=0.5", "__proto__=x");
    expect(problems).toEqual([]);
    expect(Object.entries(input)).toEqual([
      ["strength_of_colour", 0.5],
      ["__proto__", "x"],
    ]);
    expect(notes).toEqual([
      '"strength_of_colour" is no documented field; it is sent as it is',
      '"__proto__" is no documented field; it is sent as it is',
    ]);
  });
});
