import type { DocTextSection } from "./doc-text-sections.ts";
import type { Line } from "./split-lines.ts";

/** Which request a page describes. */
export interface DocTextRequest {
  /** In lower case, as OpenAPI keys are. */
  readonly method: string;
  readonly path: string;
  /** Base URL; undefined where no line of the page names a host. */
  readonly server?: string;
  /** UTF-16 offset of the path in the document. */
  readonly offset: number;
}

const verb = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS";

/** Method, path and server, from the page's request line, completed by its samples (curl, fetch, Python). */
export function readDocTextRequest(sections: readonly DocTextSection[]): DocTextRequest | undefined {
  const lines = sections.flatMap((section) => section.lines);
  const stated = readRequestLine(lines) ?? readLabelledRequest(sections[0]?.lines ?? []);
  const sample = readCurl(lines);
  const line = stated ?? sample ?? readTitleLine(lines);
  if (line === undefined) return undefined;
  const { path, server } = splitUrl(line.target);
  const host = server ?? serverOfSample(sample?.target, path);
  const method = stated?.method ?? sample?.method ?? "post";
  return { method: method.toLowerCase(), path, offset: line.offset, ...(host === undefined ? {} : { server: host }) };
}

interface RequestLine {
  readonly method?: string;
  readonly target: string;
  readonly offset: number;
}

/** `POST https://host/path 在线调试 →`, or the method on a line of its own and the target on the next. */
function readRequestLine(lines: readonly Line[]): RequestLine | undefined {
  const whole = new RegExp(`^(?:[-*] )?(${verb})\\s*((?:https?://|/|\\{\\{)\\S*)`);
  for (const [index, line] of lines.entries()) {
    const [, method, target] = whole.exec(line.text) ?? [];
    if (method !== undefined && target !== undefined)
      return { method, target, offset: line.start + line.text.indexOf(target) };
    const next = lines[index + 1];
    if (
      next !== undefined &&
      new RegExp(`^(?:${verb})$`).test(line.text) &&
      /^(?:https?:\/\/|\/|\{\{)/.test(next.text)
    ) {
      const target = next.text === "/" ? joinSegments(lines.slice(index + 1)) : (next.text.split(/\s/)[0] ?? "");
      return { method: line.text, target, offset: next.start };
    }
  }
  return undefined;
}

const labelledMethod = new RegExp(`(?:方法|方式|Method)\\s*[:：]\\s*(${verb})(?![A-Za-z])`, "i");
const labelledTarget = /(?:路径|地址|URL|Path|Endpoint)\s*[:：]\s*((?:https?:\/\/|\/|\{\{)\S*)/i;

/** `方法: POST` and `路径: /v1/messages`, on one line or two, marked or not. */
function readLabelledRequest(lines: readonly Line[]): RequestLine | undefined {
  const plain = lines.map((line) => ({ ...line, text: line.text.replaceAll(/[*`]/g, "") }));
  const method = plain.map(({ text }) => labelledMethod.exec(text)?.[1]).find((found) => found !== undefined);
  const line = plain.find(({ text }) => labelledTarget.test(text));
  const target = labelledTarget.exec(line?.text ?? "")?.[1];
  return method === undefined || line === undefined || target === undefined
    ? undefined
    : { method: method.toUpperCase(), target, offset: line.start };
}

/** A path whose slashes and segments have a line each. */
function joinSegments(lines: readonly Line[]): string {
  const end = lines.findIndex(({ text }, index) => (index % 2 === 0 ? text !== "/" : !/^[\w{}.-]+$/.test(text)));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map(({ text }) => text)
    .join("");
}

/** `curl --location --request POST 'https://…'`, also with `-X` and `--url`, over several lines. */
function readCurl(lines: readonly Line[]): RequestLine | undefined {
  const first = lines.findIndex((line) => /^curl\s/.test(line.text));
  if (first < 0) return undefined;
  let method: string | undefined;
  for (const line of lines.slice(first, first + 8)) {
    method ??= new RegExp(`(?:--request|-X)\\s+["']?(${verb})`).exec(line.text)?.[1];
    const target = /https?:\/\/[^\s'"\\]+|(?<=['"])(?:\{\{[^{}]{1,80}\}\})?\/[^\s'"\\]+/.exec(line.text);
    // What stands behind a header or the data is sent, not called.
    const isData = /--(?:header|data)|\s-[Hd]\s/.test(line.text.slice(0, target?.index)) && !/--url/.test(line.text);
    if (target === null || isData) continue;
    return { target: target[0], offset: line.start + target.index, ...(method === undefined ? {} : { method }) };
  }
  return undefined;
}

/** Pages of gateways are titled with their path. */
function readTitleLine(lines: readonly Line[]): RequestLine | undefined {
  const line = lines.slice(0, 10).find(({ text }) => /^\/[\w{}./-]+$/.test(text));
  return line === undefined ? undefined : { target: line.text, offset: line.start };
}

/** A URL's path and origin; `{{BASE_URL}}` before a path is a variable and no server, and so is `https://$HOST`. */
export function splitUrl(target: string): { readonly path: string; readonly server?: string } {
  const bare = target.replace(/^\{\{[^{}]*\}\}/, "");
  const [, origin, path] = /^(https?:\/\/[^/?#]+)([^?#]*)/.exec(bare) ?? [];
  if (origin === undefined) return { path: withSlash(bare.split(/[?#]/)[0] ?? "") };
  const isKnown = /^https?:\/\/[\w.:[\]-]+$/.test(origin);
  return { path: withSlash(path ?? ""), ...(isKnown ? { server: origin } : {}) };
}

function withSlash(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}

/** The part of a sample's URL before the path, whose `{placeholders}` a sample fills in. */
function serverOfSample(url: string | undefined, path: string): string | undefined {
  if (url === undefined) return undefined;
  const { server, path: called } = splitUrl(url);
  if (server === undefined) return undefined;
  const segments = path.split("/").slice(1);
  const given = called.split("/").slice(1);
  // A placeholder may stand for several segments (`flux-pro/kontext`), so only what comes before the first one is held against it.
  const fixed = segments.findIndex((segment) => segment.startsWith("{"));
  const head = segments.slice(0, fixed < 0 ? segments.length : fixed).join("/");
  const at = `/${given.join("/")}`.indexOf(`/${head}`);
  return at < 0 ? undefined : server + `/${given.join("/")}`.slice(0, at);
}
