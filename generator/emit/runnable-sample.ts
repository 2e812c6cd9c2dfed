import { isObject, type JsonObject } from "../json.ts";
import type { Plan, PlannedEndpoint, PlannedGateway } from "../plan.ts";
import { printValue } from "./print-value.ts";
import { stringLiteral } from "./text/string-literal.ts";

/** The command should be read at a glance, and pasted. */
const longestText = 80;

/** A sample that runs as it stands, for the first endpoint that a gateway offers; nothing where there is none. */
export function runnableSample({ package: { name }, gateways, endpoints }: Plan): readonly string[] {
  const offering = gateways.filter((one) => one.endpoints.length > 0);
  const gateway = offering.find(({ server }) => server !== undefined) ?? offering[0];
  const endpoint = endpoints.find(({ id }) => id === gateway?.endpoints[0]);
  if (gateway === undefined || endpoint === undefined) return [];
  const lines = [
    "```ts",
    `import { createClient } from ${stringLiteral(name)};`,
    "",
    `const client = createClient({ ${clientOptions(gateway)} });`,
    "",
    `const { data, requestId } = await client.subscribe(${stringLiteral(endpoint.id)}, {`,
    `  input: ${printValue(sampleInput(endpoint), "  ", 9)},`,
    "  onQueueUpdate: (update) => console.log(update.status),",
    "  abortSignal: AbortSignal.timeout(120_000),",
    "});",
    "console.log(requestId, data);",
    "```",
  ];
  return [lines.join("\n")];
}

/** The options of a sample client: `gateway: "acme", credentials: process.env.ACME_KEY`. */
export function clientOptions({ id, server, auth }: PlannedGateway): string {
  const options = [`gateway: ${stringLiteral(id)}`];
  if (server === undefined) options.push('baseUrl: "https://gateway.example"');
  if (auth !== "none") options.push(`credentials: process.env.${environmentName(id)}`);
  return options.join(", ");
}

function environmentName(id: string): string {
  return `${id
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^(?=[0-9])/, "_")}_KEY`;
}

/** The required fields of the page's own example, where it has them; texts cut short. */
function sampleInput({ example, required }: PlannedEndpoint): JsonObject {
  const values = isObject(example) ? example : {};
  return Object.fromEntries(
    required.map((name) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return [name, typeof value === "string" ? shorten(value) : (value ?? "…")];
    }),
  );
}

/** A text cut at the end of a word. */
function shorten(text: string): string {
  if (text.length <= longestText) return text;
  const cut = text.slice(0, longestText);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), longestText / 2));
}
