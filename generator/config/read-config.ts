import { createRequire } from "node:module";
import type { Report } from "../diagnostic.ts";
import { arrayMember, isObject, type JsonObject, objectMember, stringMember } from "../json.ts";
import { keyPlaceOf, placeOf } from "../place.ts";
import { decodeText } from "../read/decode-text.ts";
import { cutExcerpt } from "../read/excerpt.ts";
import { parseYaml } from "../read/parse-yaml.ts";
import { quote } from "../terminal-text.ts";
import { checkValue } from "./check-value.ts";
import type { Config, GatewayConfig } from "./config.ts";

/** What became of `docket.yaml`: the configuration when nothing is wrong with it, and its text for excerpts. */
export interface ReadConfig {
  readonly config?: Config;
  readonly text: string;
}

/** Reads and checks `docket.yaml`; everything wrong with it is reported, all at once. */
export function readConfig(file: { readonly path: string; readonly bytes: Uint8Array }, report: Report): ReadConfig {
  const source = decodeText(file.path, file.bytes, report);
  if (source === undefined) return { text: "" };
  const parsed = parseYaml(cutExcerpt(source), report);
  if (parsed === undefined) return { text: source.text };
  const spot = { name: file.path, place: () => placeOf(parsed.value) ?? { file: file.path, line: 1, column: 1 } };
  if (!checkValue(configSchema(), parsed.value, spot, report) || !isObject(parsed.value)) return { text: source.text };
  const config = resolveConfig(parsed.value);
  const named = checkIds(objectMember(parsed.value, "gateways") ?? {}, report);
  return named ? { config, text: source.text } : { text: source.text };
}

function configSchema(): JsonObject {
  const schema: unknown = createRequire(import.meta.url)("docket/docket.schema.json");
  return isObject(schema) ? schema : {};
}

function resolveConfig(root: JsonObject): Config {
  const license = stringMember(root, "license");
  const author = stringMember(root, "author");
  return {
    package: stringMember(root, "package") ?? "",
    version: stringMember(root, "version") ?? "0.1.0",
    ...(license === undefined ? {} : { license }),
    ...(author === undefined ? {} : { author }),
    output: stringMember(root, "output") ?? "generated",
    gateways: Object.entries(objectMember(root, "gateways") ?? {}).map(([id, entry]) => resolveGateway(id, entry)),
    overlays: strings(arrayMember(root, "overlays")),
  };
}

function resolveGateway(id: string, entry: unknown): GatewayConfig {
  const gateway = isObject(entry) ? entry : {};
  const one = stringMember(gateway, "documents");
  const server = stringMember(gateway, "server");
  const auth = stringMember(gateway, "auth");
  return {
    id,
    documents: one === undefined ? strings(arrayMember(gateway, "documents")) : [one],
    queue: stringMember(gateway, "queue") ?? "fal-gateway",
    protocols: arrayMember(gateway, "protocols").map((rule) => ({
      path: stringMember(rule, "path") ?? "",
      queue: stringMember(rule, "queue") ?? "fal-gateway",
    })),
    ...(server === undefined ? {} : { server: server.replace(/\/+$/, "") }),
    ...(auth === "bearer" || auth === "key" || auth === "none" ? { auth } : {}),
  };
}

/** Gateway ids become property names, environment variables and file names: they are kept plain. */
function checkIds(gateways: JsonObject, report: Report): boolean {
  const odd = Object.keys(gateways).filter((id) => !/^[a-z][a-z0-9-]{0,59}$/.test(id));
  for (const id of odd) {
    report("config-invalid", `${quote(id)} cannot be the id of a gateway`, {
      place: keyPlaceOf(gateways, id),
      hint: "Use lower-case letters, digits and hyphens, beginning with a letter.",
    });
  }
  return odd.length === 0;
}

function strings(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === "string");
}
