// app/api/fal/[...path]/route.ts
import { createProxy } from "@docket/fal/proxy";

const proxy: (request: Request) => Promise<Response> = createProxy({
  server: "https://www.anyapi.vip",
  credentials: () => process.env.ANYAPI_KEY,
  endpoints: ["fal-ai/flux-1/dev"],
  prefix: "/api/fal",
});

export { proxy as GET, proxy as POST, proxy as PUT };
