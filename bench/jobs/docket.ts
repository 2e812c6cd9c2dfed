import { createClient } from "@docket/fal";
import { measure } from "./measure.ts";

const requestsPerSecond = Number(process.env.RATE);
const baseUrl = process.env.GATEWAY ?? "";
const fal = createClient({ gateway: "fal", baseUrl, credentials: "id:secret", requestsPerSecond, onWarning: () => {} });
await measure((job) => fal.subscribe("fal-ai/flux-1/dev", { input: { prompt: `tiger ${job}` } }));
