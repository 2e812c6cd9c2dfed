import { createClient } from "@docket/fal";

const fal = createClient({ gateway: "anyapi", credentials: "key" });
const { data } = await fal.subscribe("fal-ai/flux-1/dev", { input: { prompt: "a tiger" } });
export const title: string | undefined = data.images[0]?.url ?? "";
