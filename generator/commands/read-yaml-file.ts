import { collectInto, type Diagnostic } from "../diagnostic.ts";
import type { Host } from "../host.ts";
import type { Json } from "../json.ts";
import { decodeText } from "../read/decode-text.ts";
import { cutExcerpt } from "../read/excerpt.ts";
import { parseYaml } from "../read/parse-yaml.ts";

/** The content of a YAML file of the user's, `missing`, or what is wrong with it in a sentence. */
export async function readYamlFile(path: string, name: string, host: Host): Promise<{ readonly value: Json } | string> {
  const bytes = await host.files.read(path);
  if (bytes === "missing") return "missing";
  if (typeof bytes === "string") return "it cannot be read";
  const diagnostics: Diagnostic[] = [];
  const report = collectInto(diagnostics);
  const source = decodeText(name, bytes, report);
  const parsed = source === undefined ? undefined : parseYaml(cutExcerpt(source), report);
  const [problem] = diagnostics.filter(({ severity }) => severity === "error");
  if (problem !== undefined) return `${problem.line === undefined ? "" : `line ${problem.line}: `}${problem.message}`;
  return parsed === undefined ? "it is no YAML" : { value: parsed.value ?? null };
}
