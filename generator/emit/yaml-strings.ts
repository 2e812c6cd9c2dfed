import type { StringifyContext } from "yaml/util";
import { lazyModule } from "../lazy-module.ts";
import { stringLiteral } from "./text/string-literal.ts";
import { escapeUnsafeCharacters } from "./text/unsafe-characters.ts";

const loadYaml = lazyModule<typeof import("yaml")>("yaml");
const loadYamlUtil = lazyModule<typeof import("yaml/util")>("yaml/util");

/** Begins so that it is no number (`e6` is one in YAML 1.1), date or sign of YAML, and holds nothing unseen. */
const plainCharacters = /^(?![eE][-+\d])[A-Za-z_$/\u4e00-\u9fff][\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]*$/;
/** What ends a plain string, or cannot be its end. */
const plainEnd = /: | #|[ :]$/;
/** The longest word that stands for something else than itself: `false`. */
const longestWord = 5;
/** The longest string worth remembering. */
const longestKept = 64;

/** How the strings of one document are written in YAML: as the `yaml` package does it, who is not asked for plain text, nor twice. */
export class YamlStrings {
  readonly #context: StringifyContext;
  readonly #known = { key: new Map<string, string>(), value: new Map<string, string>() };
  /** Length of the longest key so far, as written. */
  longestKey = 0;

  constructor(context: StringifyContext) {
    this.#context = context;
  }

  /** The key of a member; `indent` is that of its value. */
  key(text: string, indent: string): string {
    const written = this.#write(text, "key", indent);
    this.longestKey = Math.max(this.longestKey, written.length);
    return written;
  }

  /** A value; of several lines, all but the first begin with the indent. */
  value(text: string, indent: string): string {
    return this.#write(text, "value", indent);
  }

  #write(text: string, as: "key" | "value", indent: string): string {
    if (text.length > longestWord && plainCharacters.test(text) && !plainEnd.test(text)) return text;
    const known = this.#known[as].get(text);
    if (known !== undefined) return known;
    const written = writeString(text, { ...this.#context, indent, implicitKey: as === "key" });
    // Several lines depend on the indent, and so does what looks like the end of a document.
    if (text.length <= longestKept && !text.includes("\n") && !/^[%.-]/.test(text)) {
      this.#known[as].set(text, written);
    }
    return written;
  }
}

/** A string in YAML; one with unseen characters is quoted, with those characters as escapes. */
export function writeString(text: string, context: StringifyContext): string {
  const seen = text.replaceAll("\n", "");
  // YAML 1.1 has a type of its own for a lone "=", which yaml does not know of.
  if (escapeUnsafeCharacters(seen) !== seen || text === "=") return stringLiteral(text);
  // As yaml's own string tag does: text that reads as a number, a word or nothing is quoted.
  return loadYamlUtil().stringifyString(new (loadYaml().Scalar)(text), { ...context, actualString: true });
}
