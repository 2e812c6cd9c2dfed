import type { Config } from "./config.ts";

/**
 * The configuration of a bare folder or file of documents: one gateway, named after it, that speaks `fal-gateway`.
 * The package takes the same name.
 */
export function inferConfig(documents: string): Config {
  const id = gatewayIdOf(documents);
  return {
    package: `@docket/${id}`,
    version: "0.1.0",
    output: "generated",
    gateways: [{ id, documents: [documents], queue: "fal-gateway", protocols: [] }],
    overlays: [],
  };
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
