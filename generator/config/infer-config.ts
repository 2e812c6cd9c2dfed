import type { Config } from "./config.ts";

/**
 * The configuration of a bare folder or file of documents: one gateway, named after it, that speaks `fal-gateway`.
 * The package is called after it: `acme-client`.
 */
export function inferConfig(documents: string): Config {
  const id = gatewayIdOf(documents);
  return {
    package: packageNameFor([id], id),
    version: "0.1.0",
    output: "generated",
    gateways: [{ id, documents: [documents], queue: "fal-gateway", protocols: [] }],
    overlays: [],
  };
}

/** The name of a package that nobody has named: after its gateway where there is one, else after the project. */
export function packageNameFor(gatewayIds: readonly string[], project: string): string {
  const [only, second] = gatewayIds;
  return `${only !== undefined && second === undefined ? only : project}-client`;
}

/** A gateway id from a path: its last name without ending, in `[a-z0-9-]`; `gateway` when nothing is left. */
function gatewayIdOf(path: string): string {
  const name =
    path
      .split("/")
      .filter((part) => part !== "." && part !== "..")
      .at(-1) ?? "";
  const slug = name
    .toLowerCase()
    .replace(/\.[a-z0-9]+$/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? "gateway" : slug.slice(0, 60);
}
