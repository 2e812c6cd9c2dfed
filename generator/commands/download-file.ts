/** A file that was fetched. */
export interface Downloaded {
  readonly bytes: Uint8Array;
  /** With its dot: `.png`. */
  readonly extension: string;
}

/** What a download may do. */
export interface DownloadLimits {
  /** Origin of the gateway: the one place that plain HTTP is accepted from. */
  readonly home: string;
  readonly bytes: number;
  readonly signal: AbortSignal;
}

/** Fetches a file of a model's output without any credentials; the text says why there is none. */
export async function downloadFile(url: string, limits: DownloadLimits): Promise<Downloaded | string> {
  if (url.startsWith("data:")) return decodeDataUri(url, limits.bytes);
  try {
    return await follow(url, limits);
  } catch (error) {
    return `it could not be fetched (${error instanceof Error ? describeError(error) : "unknown reason"})`;
  }
}

function decodeDataUri(uri: string, limit: number): Downloaded | string {
  const [, type = "", data = ""] = /^data:([\w/+.-]+)(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=\s]*)$/.exec(uri) ?? [];
  const bytes = new Uint8Array(Buffer.from(data, "base64"));
  return bytes.length > limit ? tooLarge(limit) : checked(bytes, type);
}

/** A store redirects to a signed address once or twice; more is a loop. */
const mostHops = 4;

async function follow(url: string, limits: DownloadLimits): Promise<Downloaded | string> {
  let target = url;
  for (let hop = 0; hop < mostHops; hop += 1) {
    if (!isAcceptable(target, limits.home)) return "its address is neither https nor on the gateway itself";
    const response = await fetch(target, { redirect: "manual", signal: limits.signal, headers: { accept: "*/*" } });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return receive(response, limits.bytes);
    await response.body?.cancel();
    target = new URL(location, target).href;
  }
  return "its address keeps redirecting";
}

function isAcceptable(url: string, home: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin, username, password } = new URL(url);
  return username === "" && password === "" && (protocol === "https:" || origin === home);
}

async function receive(response: Response, limit: number): Promise<Downloaded | string> {
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok) {
    await response.body?.cancel();
    return `its host answered with status ${response.status}`;
  }
  const bytes = await readAtMost(response, limit);
  return bytes === undefined ? tooLarge(limit) : checked(bytes, type);
}

async function readAtMost(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the body.
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function checked(bytes: Uint8Array, contentType: string): Downloaded | string {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const extension = extensions.get(type) ?? (type === "application/octet-stream" ? sniff(bytes) : undefined);
  return extension === undefined ? `it is ${JSON.stringify(type)}, no file that models make` : { bytes, extension };
}

/** What models make: https://fal.ai/models */
const extensions: ReadonlyMap<string, string> = new Map([
  ["image/jpeg", ".jpg"],
  ["image/png", ".png"],
  ["image/webp", ".webp"],
  ["image/gif", ".gif"],
  ["image/avif", ".avif"],
  ["video/mp4", ".mp4"],
  ["video/webm", ".webm"],
  ["video/quicktime", ".mov"],
  ["audio/mpeg", ".mp3"],
  ["audio/wav", ".wav"],
  ["audio/x-wav", ".wav"],
  ["audio/ogg", ".ogg"],
  ["audio/flac", ".flac"],
  ["model/gltf-binary", ".glb"],
]);

// Stores that know no type say octet-stream: the first bytes of these formats are theirs alone.
function sniff(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\u0089PNG")) return ".png";
  if (head.startsWith("\u00ff\u00d8\u00ff")) return ".jpg";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return ".webp";
  if (head.startsWith("GIF8")) return ".gif";
  if (head.startsWith("glTF")) return ".glb";
  return head.slice(4, 8) === "ftyp" ? ".mp4" : undefined;
}

function tooLarge(limit: number): string {
  return `it is larger than ${Math.floor(limit / 2 ** 20)} MiB`;
}

function describeError(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
