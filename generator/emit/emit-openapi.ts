import type { ScalarTag } from "yaml";
import { isObject } from "../json.ts";
import { lazyModule } from "../lazy-module.ts";
import type { EmittedFile, Plan } from "../plan.ts";
import { generatedHeader } from "./generated-header.ts";
import { printHashHeader } from "./print-header.ts";
import { printYaml } from "./print-yaml.ts";
import { writeString, YamlStrings } from "./yaml-strings.ts";

const loadYaml = lazyModule<typeof import("yaml")>("yaml");

/** `openapi.yaml`: the normalized document as it is, in a form that YAML 1.1 and 1.2 read alike. */
export function emitOpenapi(plan: Plan): EmittedFile {
  return { path: "openapi.yaml", text: `${printHashHeader(generatedHeader(plan))}\n${printDocument(plan.document)}` };
}

/** The characters of a key that fit on its line, after the YAML specification. */
const longestKey = 1024;

/** By `printYaml`, whom `yaml` tells how it writes strings; by `yaml` alone where a key is too long for either of them to be simple. */
function printDocument(document: unknown): string {
  let longest = 0;
  const whole: ScalarTag = {
    ...stringTag,
    identify: isObject,
    stringify({ value }, context) {
      const strings = new YamlStrings(context);
      const text = isObject(value) ? printYaml(value, strings) : "";
      longest = strings.longestKey;
      return text;
    },
  };
  const text = stringify(document, whole);
  return longest <= longestKey ? text : stringify(document, stringTag);
}

function stringify(document: unknown, tag: ScalarTag): string {
  return loadYaml().stringify(document, {
    aliasDuplicateObjects: false,
    compat: "yaml-1.1",
    customTags: (tags) => [tag, ...tags],
    lineWidth: 0,
  });
}

const stringTag: ScalarTag = {
  tag: "tag:yaml.org,2002:str",
  default: true,
  identify: (value) => typeof value === "string",
  resolve: (text) => text,
  stringify: ({ value }, context) => writeString(String(value), context),
};
