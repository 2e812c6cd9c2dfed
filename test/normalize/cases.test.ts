import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import { normalizeDocuments } from "../../generator/normalize/normalize-document.ts";
import type { GatewayOptions, GatewayPage, OverlayDocument } from "../../generator/normalize/normalize-input.ts";
import { readSource } from "../../generator/read/read-source.ts";

/**
 * One folder per case: `pages/<gateway>/…` as received, perhaps `gateways.json` and `overlay.yaml`, and `expected.yaml`, the document and what
 * was noticed on the way (`vitest -u` records).
 */
const root = new URL("../cases/normalize/", import.meta.url);
const known = ["expected.yaml", "gateways.json", "overlay.yaml", "pages"];

it.each(readdirSync(root))("%s", async (name) => {
  const folder = new URL(`${name}/`, root);
  expect(readdirSync(folder).filter((file) => !known.includes(file))).toEqual([]);
  const pages = readPages(folder);
  const result = normalizeDocuments({
    package: { name: "@acme/client", version: "1.0.0" },
    pages,
    gateways: readGateways(folder, pages),
    overlays: readOverlays(folder),
  });
  const text = stringify(
    { diagnostics: result.diagnostics.map(describeDiagnostic), document: result.document },
    { aliasDuplicateObjects: false, lineWidth: 140 },
  );
  await expect(text).toMatchFileSnapshot(new URL("expected.yaml", folder).pathname);
});

function readPages(folder: URL): readonly GatewayPage[] {
  const pages = new URL("pages/", folder);
  return readdirSync(pages).flatMap((gatewayId) =>
    readdirSync(new URL(`${gatewayId}/`, pages)).flatMap((file) => {
      const path = `${gatewayId}/${file}`;
      const { documents, diagnostics } = readSource({ path, bytes: readFileSync(new URL(path, pages)) });
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      return documents.map((document) => ({ gatewayId, document }));
    }),
  );
}

function readGateways(folder: URL, pages: readonly GatewayPage[]): Record<string, GatewayOptions> {
  const file = new URL("gateways.json", folder);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  return Object.fromEntries(pages.map(({ gatewayId }) => [gatewayId, { queue: "fal-gateway" }]));
}

function readOverlays(folder: URL): readonly OverlayDocument[] {
  const file = new URL("overlay.yaml", folder);
  return existsSync(file) ? [{ file: "overlay.yaml", document: parse(readFileSync(file, "utf8")) }] : [];
}

function describeDiagnostic({ code, severity, message, file, line, column }: Diagnostic): string {
  return `${file}:${line}:${column} ${severity} ${code}: ${message}`;
}
