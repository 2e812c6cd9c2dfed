import type { ScalarTag } from "yaml";
import { lazyModule } from "../lazy-module.ts";
import type { EmittedFile, Plan } from "../plan.ts";
import { generatedHeader } from "./generated-header.ts";
import { printHashHeader } from "./print-header.ts";
import { stringLiteral } from "./text/string-literal.ts";
import { escapeUnsafeCharacters } from "./text/unsafe-characters.ts";

const loadYaml = lazyModule<typeof import("yaml")>("yaml");
const loadYamlUtil = lazyModule<typeof import("yaml/util")>("yaml/util");

/** `openapi.yaml`: the normalized document as it is, in a form that YAML 1.1 and 1.2 read alike. */
export function emitOpenapi(plan: Plan): EmittedFile {
  const text = loadYaml().stringify(plan.document, {
    aliasDuplicateObjects: false,
    compat: "yaml-1.1",
    customTags: (tags) => [visibleString(), ...tags],
    lineWidth: 0,
  });
  return { path: "openapi.yaml", text: `${printHashHeader(generatedHeader(plan))}\n${text}` };
}

/** Strings with unseen characters are quoted, with those characters as escapes. */
function visibleString(): ScalarTag {
  const { stringifyString } = loadYamlUtil();
  return {
    tag: "tag:yaml.org,2002:str",
    default: true,
    identify: (value) => typeof value === "string",
    resolve: (text) => text,
    stringify(item, context, onComment, onChompKeep) {
      const text = String(item.value);
      const seen = text.replaceAll("\n", "");
      // YAML 1.1 has a type of its own for a lone "=", which yaml does not know of.
      if (escapeUnsafeCharacters(seen) !== seen || text === "=") return stringLiteral(text);
      // As yaml's own string tag does: text that reads as a number, a word or nothing is quoted.
      return stringifyString({ ...item, value: text }, { ...context, actualString: true }, onComment, onChompKeep);
    },
  };
}
