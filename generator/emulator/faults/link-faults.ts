import { type WireObject, type WireValue, wireMember } from "../wire-value.ts";
import { type FaultRow, onBody } from "./define-fault.ts";
import type { Blow } from "./fault.ts";

/** Faults of the identifiers and links in an answer. */
export const linkFaults: readonly FaultRow[] = [
  [
    "links",
    onBody("status_url, response_url and cancel_url are not to be trusted", ["submit", "status"], forgeLinks, {
      about:
        "foreign, userinfo, backslash, dot, port, http, ip, relative, other-job, traversal, script, suffix, number, missing",
      usual: "foreign",
    }),
  ],
  [
    "request-id",
    onBody("request_id is not one", ["submit"], forgeId, {
      about: "dots, slash, traversal, space, huge, number, empty, null, missing",
      usual: "traversal",
    }),
  ],
];

function forgeLinks(body: WireObject, { value, request, settings }: Blow): WireValue {
  const forge = linkForms.get(value);
  if (forge === undefined) return body;
  const places = { gateway: new URL(request.url), foreign: new URL(settings.foreignOrigin) };
  const forged = linkNames.map((name): [string, WireValue | undefined] => {
    const link = wireMember(body, name);
    return [name, typeof link === "string" ? forge(new URL(link).pathname, places) : link];
  });
  return { ...body, ...Object.fromEntries(forged) };
}

const linkNames = ["response_url", "status_url", "cancel_url"] as const;

interface Places {
  readonly gateway: URL;
  readonly foreign: URL;
}

type Forge = (path: string, places: Places) => WireValue | undefined;

/** Measured traps of URL parsing: a check by string prefix or suffix falls for each. */
const linkForms: ReadonlyMap<string, Forge> = new Map<string, Forge>([
  ["foreign", (path, { foreign }) => `${foreign.origin}${path}`],
  ["userinfo", (path, { gateway, foreign }) => `${foreign.protocol}//${gateway.host}@${foreign.host}${path}`],
  ["backslash", (path, { gateway, foreign }) => `${foreign.origin}\\@${gateway.host}${path}`],
  [
    "dot",
    (path, { gateway }) =>
      `${gateway.protocol}//${gateway.hostname}.${gateway.port === "" ? "" : `:${gateway.port}`}${path}`,
  ],
  ["port", (path, { gateway }) => `${gateway.protocol}//${gateway.hostname}:1${path}`],
  ["http", (path, { gateway }) => `http://${gateway.hostname}.invalid${path}`],
  ["ip", (path) => `http://2852039166${path}`],
  ["relative", (path, { foreign }) => `//${foreign.host}${path}`],
  [
    "other-job",
    (path, { gateway }) =>
      `${gateway.origin}${path.replace(/requests\/[^/]+/, "requests/00000000-0000-4000-8000-000000000000")}`,
  ],
  ["traversal", (path, { gateway }) => `${gateway.origin}${path}/%2e%2e/%2e%2e/admin`],
  ["script", () => "javascript:alert(1)"],
  ["suffix", (path, { gateway }) => `${gateway.origin}${path}/response`],
  ["number", () => 7],
  ["missing", () => undefined],
]);

function forgeId(body: WireObject, { value }: Blow): WireValue {
  if (!idForms.has(value)) return body;
  return { ...body, request_id: idForms.get(value) };
}

const idForms: ReadonlyMap<string, WireValue | undefined> = new Map<string, WireValue | undefined>([
  ["dots", ".."],
  ["slash", "a/b"],
  ["traversal", "../../../v1/models"],
  ["space", "a b\n"],
  ["huge", "a".repeat(2 ** 20)],
  ["number", 42],
  ["empty", ""],
  ["null", null],
  ["missing", undefined],
]);
