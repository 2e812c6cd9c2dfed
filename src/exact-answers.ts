import { ProtocolError } from "./errors.ts";
import type { FetchMiddleware } from "./http.ts";
import { mediaKind } from "./media-kind.ts";
import { parseJson } from "./parse-json.ts";
import { readBytes } from "./read-bytes.ts";
import { bareUrl } from "./send-guarded.ts";

/**
 * Middleware of openapi-fetch that bounds answers, refuses a page that poses as success, and reads what is asked for as JSON
 * by what it is: JSON with exact integers, text, or a `Blob`. Answers that the caller wants as a stream pass untouched.
 */
export function exactAnswers(maxBodyBytes: number): FetchMiddleware {
  return {
    onResponse: async ({ request, response, options }) => {
      const { status, ok } = response;
      if (options.parseAs === "stream" && ok) return undefined;
      const facts = { method: request.method, url: bareUrl(request.url), status };
      const type = response.headers.get("content-type") ?? "";
      const unread = ok && options.parseAs === "json";
      if (unread && mediaKind(type) === "events") {
        await response.body?.cancel();
        throw new ProtocolError(
          'The answer is a stream of events: pass `parseAs: "stream"`, or "text" for all of it.',
          facts,
        );
      }
      const bytes = await readBytes(response.body, maxBodyBytes);
      if (!bytes)
        throw new ProtocolError(
          `The answer is longer than ${maxBodyBytes} bytes. Raise \`maxBodyBytes\` if that is right.`,
          facts,
        );
      if (unread && isPage(type, bytes))
        throw new ProtocolError("The answer is a web page, not JSON. Is the base URL right?", facts);
      // openapi-fetch calls `json()` only where a length is named, and parses the text itself otherwise.
      const headers = new Headers(response.headers);
      headers.set("content-length", String(bytes.length));
      const copy = new Response(bytes.length ? bytes : null, { status, headers });
      return Object.assign(copy, { json: async () => readValue(copy, type) });
    },
  };
}

/** Whether it looks like HTML; XML that says so is none. */
function isPage(type: string, bytes: Uint8Array): boolean {
  if (/[/+]xml\b/.test(type) && !type.includes("xhtml")) return false;
  return mediaKind(type) !== "bytes" && /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/** The value of an answer; gateways call JSON text often enough that text is looked into. */
async function readValue(response: Response, type: string): Promise<unknown> {
  const kind = mediaKind(type);
  if (kind === "bytes") return response.blob();
  const text = await response.text();
  if (kind === "json") return parseJson(text);
  if (!/^\s*[[{]/.test(text) || /json/.test(type)) return text;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
