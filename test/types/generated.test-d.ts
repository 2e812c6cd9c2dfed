import {
  createClient,
  defaults,
  type EndpointId,
  type EndpointIdsByGateway,
  type endpoints,
  type gateways,
  type Image,
  type InputOf,
  type OutputOf,
} from "@docket/fal";
import { createApi } from "@docket/fal/api";
import { expectTypeOf, test } from "vitest";

const anyapi = createClient({ gateway: "anyapi" });
const fal = createClient({ gateway: "fal" });
const prompt = "a tiger";
type Flux = InputOf<"fal-ai/flux-1/dev">;
type Keys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

test("only what has no default is required", () => {
  expectTypeOf<Keys<Flux>>().toEqualTypeOf<"prompt">();
  anyapi.subscribe("fal-ai/flux-1/dev", { input: { prompt } });
  expectTypeOf(defaults["fal-ai/flux-1/dev"].image_size).toEqualTypeOf<"landscape_4_3">();
  expectTypeOf(defaults["fal-ai/flux-1/dev"].num_inference_steps).toEqualTypeOf<28>();
  // @ts-expect-error what has no default is not in the table
  defaults["fal-ai/flux-1/dev"].prompt;
  // @ts-expect-error and the table is not to be changed
  defaults["fal-ai/flux-1/dev"].num_images = 2;
});

test("lists are as open as their origin is sure", () => {
  const sizes: Flux["image_size"][] = ["square_hd", "a size of tomorrow", { width: 512, height: 512 }, undefined];
  fal.subscribe("fal-ai/flux-1/dev", { input: { prompt, output_format: "png" } });
  // @ts-expect-error a closed list
  fal.subscribe("fal-ai/flux-1/dev", { input: { prompt, output_format: "webp" } });
  // @ts-expect-error pixels are numbers
  fal.subscribe("fal-ai/flux-1/dev", { input: { prompt, image_size: { width: "512" } } });
  // @ts-expect-error a size is no number
  sizes.push(512);
});

test("numbers that may exceed 2^53 come as either", async () => {
  anyapi.subscribe("fal-ai/flux-1/dev", { input: { prompt, seed: 15_218_022_503_948_752_270n } });
  const { data } = await anyapi.subscribe("fal-ai/flux-1/dev", { input: { prompt } });
  expectTypeOf(data.seed).toEqualTypeOf<number | bigint>();
  expectTypeOf(data.images).toEqualTypeOf<Image[]>();
  expectTypeOf(data.images[0]?.url).toEqualTypeOf<string | undefined>();
  // @ts-expect-error steps stay numbers
  anyapi.subscribe("fal-ai/flux-1/dev", { input: { prompt, num_inference_steps: 28n } });
  // @ts-expect-error there may be no first picture
  data.images[0].url;
});

test("endpoints are those that the documents describe", () => {
  expectTypeOf<keyof typeof endpoints>().toEqualTypeOf<EndpointId>();
  expectTypeOf<EndpointIdsByGateway["quickrouter"]>().toEqualTypeOf<"fal-ai/flux-1/dev">();
  expectTypeOf<keyof typeof gateways>().toEqualTypeOf<keyof EndpointIdsByGateway>();
  expectTypeOf<OutputOf<"fal-ai/flux-lora">>().toHaveProperty("images");
  // @ts-expect-error not one of them
  expectTypeOf<"fal-ai/flux-2/dev">().toExtend<EndpointId>();
  // @ts-expect-error offered by others
  anyapi.subscribe("fal-ai/flux-lora", { input: { prompt } });
  // @ts-expect-error its pages name no server
  createClient({ gateway: "aimanyi" });
  createClient({ gateway: "aimanyi", baseUrl: "https://gw.example" });
});

test("misspelt fields do not compile, wherever they stand", () => {
  // @ts-expect-error of the input
  fal.subscribe("fal-ai/flux-1/dev", { input: { prompt, num_image: 1 } });
  // @ts-expect-error of an object in it
  fal.subscribe("fal-ai/flux-1/dev", { input: { prompt, image_size: { width: 1, hight: 1 } } });
  // @ts-expect-error of an object in a list
  fal.subscribe("fal-ai/flux-lora", { input: { prompt, loras: [{ path: "https://x.example/a", scal: 1 }] } });
  const loras = [{ path: "https://x.example/a" }] as const;
  fal.subscribe("fal-ai/flux-lora", { input: { prompt, loras } });
});

test("the plain client knows every documented operation", async () => {
  const api = createApi({ gateway: "fal", credentials: "key" });
  const { data } = await api.POST("/fal-ai/flux-1/dev", { body: { prompt } });
  expectTypeOf(data?.request_id).toEqualTypeOf<string | undefined>();
  // @ts-expect-error no such path
  api.POST("/fal-ai/flux-2/dev", { body: { prompt } });
  // @ts-expect-error no such method there
  api.DELETE("/fal-ai/flux-1/dev");
  // @ts-expect-error the body is missing its prompt
  api.POST("/fal-ai/flux-1/dev", { body: {} });
  // @ts-expect-error no server, no client
  createApi({ gateway: "aimanyi" });
});
