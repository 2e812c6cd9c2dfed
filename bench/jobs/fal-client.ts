import { createFalClient } from "@fal-ai/client";
import { measure } from "./measure.ts";

const gateway = process.env.GATEWAY ?? "";
const fal = createFalClient({
  credentials: "id:secret",
  requestMiddleware: async (request) => ({ ...request, url: request.url.replace("https://queue.fal.run", gateway) }),
});
await measure((job) => fal.subscribe("fal-ai/flux-1/dev", { input: { prompt: `tiger ${job}` } }));
