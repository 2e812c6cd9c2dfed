import { createProxy, type ProxyOptions } from "@docket/fal/proxy";
import { Hono } from "hono";

/** A Hono application with the proxy mounted below `/api/fal`. */
export function createApp(options: ProxyOptions): Hono {
  const proxy = createProxy({ ...options, prefix: "/api/fal" });
  return new Hono().all("/api/fal/*", (context) => proxy(context.req.raw));
}
