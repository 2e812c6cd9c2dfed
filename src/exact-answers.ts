import { ProtocolError } from "./errors.ts";
import type { FetchMiddleware } from "./http.ts";
import { parseJson } from "./parse-json.ts";
import { readBytes } from "./read-bytes.ts";
import { bareUrl } from "./send-guarded.ts";

/**
 * Middleware of openapi-fetch that bounds answers, refuses a page that poses as success, and parses integers exactly.
 * Answers that the caller wants as a stream pass untouched.
 */
export function exactAnswers(maxBodyBytes: number): FetchMiddleware {
  return {
    onResponse: async ({ request, response, options }) => {
      const { status, ok } = response;
      if (options.parseAs === "stream" && ok) return undefined;
      const bytes = await readBytes(response.body, maxBodyBytes);
      const facts = { method: request.method, url: bareUrl(request.url), status };
      if (!bytes)
        throw new ProtocolError(
          `The answer is longer than ${maxBodyBytes} bytes. Raise \`maxBodyBytes\` if that is right.`,
          facts,
        );
      const page = options.parseAs === "json" && /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)));
      if (ok && page) throw new ProtocolError("The answer is a web page, not JSON. Is the base URL right?", facts);
      // openapi-fetch calls `json()` only where a length is named, and parses the text itself otherwise.
      const headers = new Headers(response.headers);
      headers.set("content-length", String(bytes.length));
      const copy = new Response(bytes.length ? bytes : null, { status, headers });
      return Object.assign(copy, { json: async () => parseJson(await copy.text()) });
    },
  };
}
