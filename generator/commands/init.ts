import { basename, resolve } from "node:path";
import { packageNameFor } from "../config/infer-config.ts";
import type { Host } from "../host.ts";
import { safe } from "../terminal-text.ts";
import { parseOptions, UsageError } from "./parse-options.ts";

/** What `docket init --help` prints. */
export const help = `docket init [folder] [--package name] [--json]

Writes a docket.yaml for the pages in a folder (default: specs): each of its subfolders is a gateway, and so is the folder
itself when pages stand right in it. Nothing that exists is overwritten.

  --package name   what the generated package is called (default: after the gateway, such as acme-client)

Example:
  docket init pages --package @acme/client

Exit code: 0 written, 2 there is a docket.yaml already, or no page was found.
`;

/** Writes docket.yaml from the folders that are there. */
export async function init(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = parseOptions(args, { package: { type: "string" }, json: { type: "boolean" } }, 1);
  const folder = (positionals[0] ?? "specs").replace(/\/+$/, "");
  if (typeof (await host.files.read(resolve(host.cwd, "docket.yaml"))) !== "string") {
    throw new UsageError("there is a docket.yaml already; edit it, or move it away");
  }
  const pages = await host.files.list(resolve(host.cwd, folder));
  const gateways = typeof pages === "string" ? new Map<string, string>() : findGateways(folder, pages);
  if (gateways.size === 0)
    throw new UsageError(`there is no page in ${JSON.stringify(folder)}: put the pages there first`);
  const name = values.package ?? packageNameFor([...gateways.keys()], slugOf(basename(host.cwd)));
  await host.files.change(host.cwd, {
    write: [{ path: "docket.yaml", bytes: printConfig(name, gateways) }],
    remove: [],
  });
  if (values.json === true) {
    host.out(`${JSON.stringify({ written: "docket.yaml", package: name, gateways: Object.fromEntries(gateways) })}\n`);
    return 0;
  }
  for (const [id, path] of gateways) host.out(`${id}: ${safe(path)}\n`);
  host.out(`docket.yaml is written, for the package ${name}; now: npx docket generate\n`);
  return 0;
}

/** Gateway id → path of its pages; overlays are no pages. */
function findGateways(folder: string, pages: readonly string[]): ReadonlyMap<string, string> {
  const gateways = new Map<string, string>();
  for (const page of pages) {
    const [first = "", ...rest] = page.split("/");
    if (first === "overlays") continue;
    const path = rest.length === 0 ? folder : `${folder}/${first}`;
    gateways.set(slugOf(basename(path)), path);
  }
  return gateways;
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return slug === "" ? "gateway" : slug.slice(0, 60);
}

function printConfig(name: string, gateways: ReadonlyMap<string, string>): string {
  const rows = [...gateways].map(([id, path]) => `  ${id}: { documents: ${JSON.stringify(path)}, queue: fal-gateway }`);
  return `# yaml-language-server: $schema=./node_modules/docket/docket.schema.json\npackage: ${JSON.stringify(name)}\noutput: generated\ngateways:\n${rows.join("\n")}\n`;
}
