import type { EmulatorState } from "./emulator-state.ts";
import { handleRequest } from "./handle-request.ts";
import { type Answer, type DisconnectCode, toResponse } from "./reply.ts";
import { untilAborted } from "./until-aborted.ts";

/** The emulator in the shape of `fetch`: faults of the connection reject, and redirects behave, as Node's own fetch does. */
export function createFetch(state: EmulatorState): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const response = await playAnswer(await handleRequest(state, request.clone()), request.signal, state.closed);
    return isRedirect(response) ? treatRedirect(state, request, response) : response;
  };
}

async function playAnswer(answer: Answer, signal: AbortSignal, closed: AbortSignal): Promise<Response> {
  switch (answer.kind) {
    case "reply":
      return toResponse(answer);
    case "disconnect":
      throw fetchFailed(answer.code);
    case "silence":
      return untilAborted(AbortSignal.any([signal, closed]));
  }
}

/** The error of Node's fetch for a failed connection. */
function fetchFailed(code: DisconnectCode): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(disconnectWords[code]), { code }) });
}

const disconnectWords: Readonly<Record<DisconnectCode, string>> = {
  ECONNREFUSED: "connect ECONNREFUSED 127.0.0.1:443",
  ECONNRESET: "read ECONNRESET",
  ENOTFOUND: "getaddrinfo ENOTFOUND gateway.invalid",
  UND_ERR_CONNECT_TIMEOUT: "Connect Timeout Error",
  UND_ERR_SOCKET: "other side closed",
};

function isRedirect(response: Response): boolean {
  return response.headers.has("location") && [301, 302, 303, 307, 308].includes(response.status);
}

// Followed redirects come back to this very emulator, whatever their origin: it records who asked and with what.
async function treatRedirect(state: EmulatorState, request: Request, response: Response): Promise<Response> {
  if (request.redirect === "manual") return response;
  if (request.redirect === "error") throw new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
  const target = new URL(response.headers.get("location") ?? "", request.url);
  const headers = new Headers(request.headers);
  if (target.origin !== new URL(request.url).origin) headers.delete("authorization");
  const keeps = response.status >= 307;
  const body = keeps && request.method !== "GET" ? await request.text() : undefined;
  const method = keeps ? request.method : "GET";
  return createFetch(state)(target, { method, headers, redirect: "manual", ...(body === undefined ? {} : { body }) });
}
