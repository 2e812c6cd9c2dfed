import { createServer, type IncomingMessage, type Server } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createProxy, type ProxyOptions } from "@docket/fal/proxy";

/** A proxy on `node:http`. */
export function createProxyServer(options: ProxyOptions): Server {
  const handle = createProxy(options);
  return createServer(async (message, reply) => {
    const response = await handle(toRequest(message));
    reply.writeHead(response.status, Object.fromEntries(response.headers));
    if (!response.body) reply.end();
    // A caller who hangs up ends the answer, not the server.
    else await pipeline(response.body, reply).catch(() => {});
  });
}

function toRequest(message: IncomingMessage): Request {
  const { method = "GET", url = "/", headers } = message;
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? { body: Readable.toWeb(message), duplex: "half" as const } : {};
  return new Request(`http://localhost${url}`, Object.assign({ method, headers: given }, body));
}
