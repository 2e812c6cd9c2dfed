/** A request that was seen. Safe to print: values of headers that carry keys are masked. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  /** What it asked for: `submit`, `status`, `result`, `cancel`, `stream`, `file`; `other` for anything else. */
  readonly step: Step;
  /** The fault that struck it. */
  readonly fault?: string;
  /** Status of the answer; absent when there was none. */
  readonly status?: number;
}

/** What a request asks for. On gateways, whose one route tells both, a read of an unfinished job is `status`. */
export type Step = "submit" | "status" | "result" | "cancel" | "stream" | "file" | "other";

/** Remembers requests, so that a test can assert where a key was seen. */
export interface RequestLog {
  readonly requests: readonly RecordedRequest[];
  /** Notes a request; what becomes known of it later is added through the function it returns, which gives it back. */
  readonly record: (request: Request, body: string) => (outcome: Outcome) => RecordedRequest;
  /** The origins at which this text was seen, in a URL, a header or a body; sorted. */
  readonly origins: (text: string) => readonly string[];
}

/** What becomes known of a request after it was noted. */
export interface Outcome {
  readonly step?: Step;
  readonly fault?: string;
  readonly status?: number;
}

/** An empty log that keeps the last `limit` requests; the texts searched for keys are all kept. */
export function createRequestLog(limit: number): RequestLog {
  const requests: RecordedRequest[] = [];
  const texts = new Map<string, Set<string>>();
  const record = (request: Request, body: string): ((outcome: Outcome) => RecordedRequest) => {
    rememberTexts(texts, request, body);
    const entry = { ...describe(request, body) };
    requests.push(entry);
    if (requests.length > limit) requests.shift();
    return (outcome) => Object.assign(entry, outcome);
  };
  const origins = (text: string): readonly string[] =>
    [...texts]
      .filter(([, seen]) => [...seen].some((one) => one.includes(text)))
      .map(([origin]) => origin)
      .sort();
  return { requests, record, origins };
}

function rememberTexts(texts: Map<string, Set<string>>, request: Request, body: string): void {
  const { origin } = new URL(request.url);
  const seen = texts.get(origin) ?? new Set();
  texts.set(origin, seen);
  for (const text of [request.url, body, ...request.headers.values()]) seen.add(text);
}

function describe(request: Request, body: string): RecordedRequest {
  const headers = Object.fromEntries([...request.headers].map(([name, value]) => [name, maskHeader(name, value)]));
  const { pathname } = new URL(request.url);
  return { method: request.method, url: request.url, path: pathname, headers, body, step: "other" };
}

function maskHeader(name: string, value: string): string {
  if (!/authorization|cookie|key|token|secret/.test(name)) return value;
  const scheme = /^(Bearer|Key|Basic) /i.exec(value)?.[0] ?? "";
  return `${scheme}***`;
}
