import fc from "fast-check";
import { type DocumentOptions, type SchemaOptions, stringify, type ToStringOptions } from "yaml";

/** Texts that are YAML or nearly so: printed values, lines put together from tricky pieces, and both with damages. */
export function arbitraryYaml(): fc.Arbitrary<string> {
  const whole = fc.oneof(printedYaml(), pieces());
  const damaged = fc
    .tuple(whole, fc.array(damage(), { minLength: 1, maxLength: 3 }))
    .map(([text, damages]) => damages.reduce(inflict, text));
  return fc.oneof(whole, damaged).map((text) => text.replaceAll("\0", ""));
}

/** Values as the `yaml` package prints them, with all of its manners, and with comments and other line ends. */
function printedYaml(): fc.Arbitrary<string> {
  const shared = values().map((value) => ({ a: value, b: [value, { c: value }], d: "e" }));
  return fc
    .tuple(
      fc.oneof(values(), shared),
      printing(),
      fc.constantFrom("\n", "\n", "\n", "\r\n"),
      fc.array(comment(), { maxLength: 2 }),
    )
    .map(([value, options, lineEnd, comments]) => {
      const lines = print(value, options).split("\n");
      for (const { at, text } of comments) lines.splice(at % (lines.length + 1), 0, text);
      return lines.join(lineEnd);
    });
}

function print(value: unknown, options: DocumentOptions & SchemaOptions & ToStringOptions): string {
  try {
    return stringify(value, options);
  } catch {
    // Some manners cannot print some values.
    return stringify(value);
  }
}

function printing(): fc.Arbitrary<DocumentOptions & SchemaOptions & ToStringOptions> {
  const scalar = fc.constantFrom(
    ...(["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED"] as const),
  );
  return fc.record({
    aliasDuplicateObjects: fc.boolean(),
    indent: fc.integer({ min: 1, max: 5 }),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20, 30, 80),
    minContentWidth: fc.constantFrom(0, 10, 20),
    defaultStringType: scalar,
    defaultKeyType: fc.constantFrom(...(["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"] as const)),
    blockQuote: fc.constantFrom(...([true, "literal", "folded"] as const)),
    singleQuote: fc.constantFrom(true, false, null),
    collectionStyle: fc.constantFrom(...(["any", "any", "flow"] as const)),
    flowCollectionPadding: fc.boolean(),
    nullStr: fc.constantFrom("null", "~", ""),
    trailingComma: fc.boolean(),
  });
}

function values(): fc.Arbitrary<unknown> {
  const { value } = fc.letrec<{ value: unknown; leaf: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: "small", withCrossShrink: true },
      tie("leaf"),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(texts(), tie("value"), { maxKeys: 4 }),
    ),
    leaf: fc.oneof(texts(), fc.constantFrom(null, true, false, 0, -1, 0.5, 1e300, 2 ** 64), fc.integer()),
  }));
  return value;
}

/** Text of words, signs and line breaks, as descriptions are. */
function texts(): fc.Arbitrary<string> {
  const word = fc.oneof(
    fc.constantFrom(
      "a",
      "word",
      "默认值：",
      "it's",
      '"so"',
      "#no",
      "- x",
      "x: y",
      "1",
      "null",
      "{a}",
      "\\n",
      "é\u0085",
      "\u2028",
    ),
    fc.string({ maxLength: 4 }),
  );
  return fc
    .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", "", "\n", "\n\n", "\n  ", "  ", "\t")), { maxLength: 12 })
    .map((parts) => parts.map(([text, gap]) => text + gap).join(""));
}

function comment(): fc.Arbitrary<{ readonly at: number; readonly text: string }> {
  return fc.record({ at: fc.nat({ max: 20 }), text: fc.constantFrom("", "  ", "# c", "   # c", "\t# c", "#") });
}

/** Lines that are put together from what YAML's rules are about. */
function pieces(): fc.Arbitrary<string> {
  const line = fc
    .tuple(
      fc.constantFrom("", "", "  ", "  ", "    ", " ", "   "),
      fc.constantFrom("", "", "", "- ", "- ", "- - ", "-   ", "-", "? "),
      fc.constantFrom(...keys),
      fc.constantFrom(...scalars),
      fc.constantFrom("", "", "", "", " # c", " ", "#c", "  "),
    )
    .map((parts) => parts.join(""));
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom(...rows) }), {
        maxLength: 9,
      }),
      fc.constantFrom("\n", "\n", "\r\n"),
    )
    .map(([lines, lineEnd]) => lines.join(lineEnd));
}

const keys = [
  "",
  "",
  "a: ",
  "b: ",
  "c: ",
  "d:",
  "e: ",
  "f : ",
  '"g": ',
  "'h' : ",
  "a.b/c: ",
  "/p/{q}: ",
  "<<: ",
  "200: ",
  "null: ",
  "x:y: ",
  ": ",
  "长: ",
  "__proto__: ",
];

const scalars = [
  ..."|;>;|-;>-;|+;>+;|2;>1-;|;>;|2+".split(";"),
  ...";;;a;b c;- x;-1;-;~;null;true;False;0o17;0x1F;017;1_000;.5;5.;1e3;1e400;.inf;-.INF;.nan;2024-01-01;+1;-0".split(
    ";",
  ),
  ...`"q";'q';"a\\tb\\u4f60\\x41\\N";"\\q";'it''s';"open;'open;close";close';"a" b;"k": v;'':;"":`.split(";"),
  ...'[];{};[a, b];{a: b};{a: b, c: [1, 2,],};[;{;];};{;a: b,;[a: b];{a};{a: };{"a":1};{"a" :1};["a", \'b\'];[a,,b];[,];[- a];[-1, ?x];[#c];[a #c'.split(
    ";",
  ),
  ..."&a;&b;&a x;&b 'y';*a;*b;*a x;&a *b;!t x;!!str 1;%x;@x;`x;,x;?x;:x;? x;: x;a: b;a:b;http://x.y/z;a #b;a#b;a ：b;\u00a0x;\ufeff;a\tb;\tb;a\t#c;12345678901234567890".split(
    ";",
  ),
];

const rows = [
  "---",
  "...",
  "--- # c",
  "--- a",
  "",
  "   ",
  "\t",
  "# c",
  "      # c",
  "%YAML 1.2",
  "}",
  "]",
  "    ]",
  "  more words",
  "more",
  `  end"`,
  "'",
  "--",
  "\u2028",
];

type Damage = readonly [kind: "insert" | "delete" | "double", at: number, sign: string];

function damage(): fc.Arbitrary<Damage> {
  const signs = Array.from(":-?#,[]{}&*!|>'\"%@`\\ \t\r\n  \n ab01.~=<\u0085\u2028\ufeff：\x1f\x02");
  return fc.tuple(fc.constantFrom(...(["insert", "delete", "double"] as const)), fc.nat(), fc.constantFrom(...signs));
}

function inflict(text: string, [kind, at, sign]: Damage): string {
  const place = at % (text.length + 1);
  const before = text.slice(0, place);
  if (kind === "insert") return before + sign + text.slice(place);
  if (kind === "delete") return before + text.slice(place + 1);
  return before + text.slice(Math.max(0, place - (at % 7)));
}
