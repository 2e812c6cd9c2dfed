import { type ClientSchema, type CreateClient, defineClient } from "@docket/runtime";

interface Schema extends ClientSchema {
  endpoints: { "fal-ai/flux-1/dev": { input: { prompt: string }; output: { images: { url: string }[] } } };
  gateways: { anyapi: { endpoints: "fal-ai/flux-1/dev"; protocol: "fal-gateway"; server: true } };
}
const createClient: CreateClient<Schema> = defineClient({ gateways: {}, endpoints: {}, defaults: {}, constraints: {} });
const fal = createClient({ gateway: "anyapi", credentials: "key" });
const { data } = await fal.subscribe("fal-ai/flux-1/dev", { input: { prompt: "a tiger" } });
export const title: string | undefined = data.images[0]?.url ?? "";
