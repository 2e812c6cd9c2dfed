import { hasErrors } from "../diagnostic.ts";
import { compareOffers, offersOf } from "../diff/gateway-offers.ts";
import { type NamedComparison, printComparison, printComparisonMarkdown } from "../diff/report/print-comparison.ts";
import type { Document } from "../document.ts";
import type { Host } from "../host.ts";
import { loadProject } from "../load-project.ts";
import { paintFor } from "../paint.ts";
import { normalizeProject } from "../pipeline.ts";
import { printDiagnostics } from "../print-diagnostics.ts";
import type { Project } from "../project.ts";
import { safeJson } from "../safe-json.ts";
import { quote } from "../terminal-text.ts";
import { oneOf, parseOptions, UsageError } from "./parse-options.ts";
import { textsOf } from "./project-texts.ts";

/** What `docket compare --help` prints. */
export const help = `docket compare <gateway> <gateway> [--format terminal|markdown|json] [--config file] [--json]

What do I lose if I switch? The same endpoint at two gateways, side by side: fields, defaults, ranges, values.
Each gateway is read on its own, from its own pages. The gateways are those of docket.yaml.
--json is --format json.

Example:
  docket compare anyapi quickrouter

Exit code: 0 compared, 2 could not run.
`;

const formats = ["terminal", "markdown", "json"] as const;

/** Lays two gateways of the project side by side. */
export async function compare(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = parseOptions(
    args,
    { format: { type: "string" }, config: { type: "string" }, json: { type: "boolean" } },
    2,
  );
  const format = oneOf("--format", values.format ?? (values.json === true ? "json" : "terminal"), formats);
  const [left, right] = positionals;
  if (left === undefined || right === undefined) throw new UsageError("two gateways are needed");
  const loaded = await loadProject(host, { config: values.config });
  const paint = paintFor(host);
  if (hasErrors(loaded.diagnostics)) {
    host.err(printDiagnostics(loaded.diagnostics, textsOf(loaded), paint));
    return 2;
  }
  const comparison = compareGateways(loaded.project, left, right);
  host.out(printAs(format, comparison, host));
  return 0;
}

function compareGateways(project: Project, left: string, right: string): NamedComparison {
  const offers = compareOffers(offersOf(documentOf(project, left)), offersOf(documentOf(project, right)));
  return { left, right, ...offers };
}

/** The document of one gateway alone: in the merged one, what gateways say differently has become one. */
function documentOf(project: Project, gateway: string): Document {
  const gateways = project.config.gateways.filter(({ id }) => id === gateway);
  if (gateways.length === 0) {
    const known = project.config.gateways.map(({ id }) => id).join(", ");
    throw new UsageError(`there is no gateway ${quote(gateway)}; there are ${known}`);
  }
  const pages = project.pages.filter((page) => page.gateway === gateway);
  return normalizeProject({ ...project, config: { ...project.config, gateways }, pages }).document;
}

function printAs(format: (typeof formats)[number], comparison: NamedComparison, host: Host): string {
  switch (format) {
    case "terminal":
      return printComparison(comparison, paintFor(host));
    case "markdown":
      return printComparisonMarkdown(comparison);
    case "json":
      return `${safeJson(JSON.stringify(comparison, (_key, value: unknown) => (value === undefined ? null : value), 2))}\n`;
  }
}
