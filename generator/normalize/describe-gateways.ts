import type { Report } from "../diagnostic.ts";
import type { Gateway } from "../document.ts";
import { isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { quote } from "../terminal-text.ts";
import { findOtherCredentials } from "./find-credentials.ts";
import type { GatewayOptions, NormalizeInput } from "./normalize-input.ts";
import { compareText } from "./page-order.ts";
import { readServers } from "./read-servers.ts";

/** What the document says about each gateway: the configuration, and what its pages declare where it is silent. */
export function describeGateways(input: NormalizeInput, report: Report): { readonly [gatewayId: string]: Gateway } {
  const ids = Object.keys(input.gateways).sort(compareText);
  return Object.fromEntries(
    ids.flatMap((id): [string, Gateway][] => {
      const options = Object.hasOwn(input.gateways, id) ? input.gateways[id] : undefined;
      const pages = input.pages.filter((page) => page.gatewayId === id).map((page) => page.document.openapi);
      return options === undefined ? [] : [[id, describeGateway(id, options, pages, report)]];
    }),
  );
}

function describeGateway(id: string, options: GatewayOptions, pages: readonly JsonObject[], report: Report): Gateway {
  const server = options.server === undefined ? chooseServer(id, pages, report) : withoutSlash(options.server);
  const auth = options.auth ?? (pages.some(declaresKey) ? "key" : "bearer");
  if (options.auth === undefined) reportOtherCredentials(id, pages, report);
  return { ...(server === undefined ? {} : { server }), auth, queue: options.queue };
}

function reportOtherCredentials(id: string, pages: readonly JsonObject[], report: Report): void {
  const ways = findOtherCredentials(pages);
  if (ways.length === 0) return;
  const names = ways
    .slice(0, 5)
    .map((way) => quote(way))
    .join(", ");
  report("other-credentials", `Gateway ${quote(id)} takes credentials as ${names}; the client sends a bearer token.`, {
    hint: "Set auth: none in docket.yaml, and let callers set the header: api.use({ onRequest }).",
  });
}

/** The server that most pages name; of equally many the first in the alphabet. */
function chooseServer(id: string, pages: readonly JsonObject[], report: Report): string | undefined {
  const counts = new Map<string, number>();
  for (const server of pages.flatMap((page) => [...new Set(readServers(page))])) {
    counts.set(server, (counts.get(server) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([server]) => server);
  const [chosen, ...others] = ranked;
  if (others.length > 0) {
    const names = ranked
      .slice(0, 5)
      .map((server) => quote(server))
      .join(", ");
    report("servers-differ", `The pages of gateway ${quote(id)} name several servers: ${names}. The first is used.`, {
      hint: "Name the right one as server of the gateway in docket.yaml.",
    });
  }
  return chosen;
}

function withoutSlash(server: string): string {
  let end = server.length;
  while (server[end - 1] === "/") end -= 1;
  return server.slice(0, end);
}

/** Whether a page's security scheme is fal's: an `Authorization` header whose value begins with `Key`. */
function declaresKey(page: JsonObject): boolean {
  const schemes = objectMember(objectMember(page, "components"), "securitySchemes") ?? {};
  return Object.values(schemes).some((scheme) => isKeyScheme(scheme));
}

function isKeyScheme(scheme: Json | undefined): boolean {
  if (!isObject(scheme) || member(scheme, "name") !== "Authorization") return false;
  return /\bKey\b/.test(stringMember(scheme, "description") ?? "");
}
