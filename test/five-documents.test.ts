import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generateClient } from "../generator/pipeline.ts";
import type { PlannedField } from "../generator/plan.ts";
import type { Project } from "../generator/project.ts";

// What the pages themselves say, before fal's own document and before any overlay.
const root = fileURLToPath(new URL("..", import.meta.url));
const gateways = ["aimanyi", "anyapi", "quickrouter"];

const project: Project = {
  config: {
    package: "@docket/fal",
    version: "0.1.0",
    output: "generated",
    gateways: gateways.map((id) => ({ id, documents: [`specs/${id}`], queue: "fal-gateway", protocols: [] })),
    overlays: [],
  },
  pages: gateways.flatMap((gateway) =>
    readdirSync(join(root, "specs", gateway))
      .sort()
      .map((name) => `specs/${gateway}/${name}`)
      .map((path) => ({ path, gateway, bytes: new Uint8Array(readFileSync(join(root, path))) })),
  ),
  overlays: [],
};
const generated = generateClient(project);

function field(endpoint: string, name: string): PlannedField | undefined {
  return generated.plan?.endpoints.find(({ id }) => id === endpoint)?.fields.find((one) => one.name === name);
}

/** A field as the table below writes it: default, limits and list, all of them mined. */
function stated(endpoint: string, name: string): Readonly<Record<string, unknown>> {
  const found = field(endpoint, name);
  const limits = Object.fromEntries(found?.limits.map(({ keyword, value }) => [keyword, value]) ?? []);
  return {
    ...(found?.default === undefined ? {} : { default: found.default.value }),
    ...limits,
    ...(found?.values === undefined ? {} : { values: [...found.values.list].sort() }),
  };
}

const dev = "fal-ai/flux-1/dev";
const redux = "fal-ai/flux-1/dev/redux";
const lora = "fal-ai/flux-lora";
const kontext = "fal-ai/flux-pro/kontext";

describe("the five documents alone", () => {
  it.each([
    { endpoint: dev, name: "image_size", want: { default: "landscape_4_3" } },
    { endpoint: dev, name: "num_inference_steps", want: { default: 28, minimum: 0, maximum: 50 } },
    { endpoint: dev, name: "guidance_scale", want: { default: 3.5, minimum: 1, maximum: 20 } },
    { endpoint: dev, name: "num_images", want: { default: 1, minimum: 1, maximum: 4 } },
    { endpoint: dev, name: "enable_safety_checker", want: { default: true } },
    { endpoint: dev, name: "output_format", want: { default: "jpeg", values: ["jpeg", "png"] } },
    { endpoint: dev, name: "acceleration", want: { default: "regular", values: ["high", "none", "regular"] } },
    { endpoint: redux, name: "image_size", want: { default: "landscape_4_3" } },
    { endpoint: redux, name: "num_inference_steps", want: { default: 28, minimum: 1, maximum: 50 } },
    { endpoint: redux, name: "guidance_scale", want: { default: 3.5, minimum: 1, maximum: 20 } },
    { endpoint: redux, name: "num_images", want: { default: 1, minimum: 1, maximum: 4 } },
    { endpoint: redux, name: "enable_safety_checker", want: { default: true } },
    { endpoint: redux, name: "output_format", want: { default: "jpeg", values: ["jpeg", "png"] } },
    { endpoint: redux, name: "acceleration", want: { default: "regular", values: ["high", "none", "regular"] } },
    { endpoint: kontext, name: "guidance_scale", want: { default: 3.5, minimum: 1, maximum: 20 } },
    { endpoint: kontext, name: "num_images", want: { default: 1, minimum: 1, maximum: 4 } },
    { endpoint: kontext, name: "output_format", want: { default: "jpeg", values: ["jpeg", "png"] } },
    { endpoint: lora, name: "enable_safety_checker", want: { default: true } },
    { endpoint: lora, name: "num_inference_steps", want: { minimum: 1, maximum: 50 } },
    { endpoint: lora, name: "guidance_scale", want: { minimum: 0, maximum: 35 } },
    { endpoint: lora, name: "num_images", want: { minimum: 1, maximum: 4 } },
    {
      endpoint: lora,
      name: "image_size",
      want: { values: ["landscape_16_9", "landscape_4_3", "portrait_3_4", "square", "square pro"] },
    },
  ])("$endpoint $name states $want", ({ endpoint, name, want }) => {
    expect(stated(endpoint, name)).toEqual(want);
  });

  it("keep the tolerance of kontext a string", () => {
    expect(field(kontext, "safety_tolerance")?.default).toEqual({ value: "2", origin: "prose" });
  });

  it("trust prose as prose, everywhere", () => {
    const origins = generated.plan?.endpoints.flatMap(({ fields }) =>
      fields.flatMap((one) => [one.default?.origin, one.values?.origin, ...one.limits.map(({ origin }) => origin)]),
    );
    expect(new Set(origins?.filter((origin) => origin !== undefined))).toEqual(new Set(["prose"]));
  });

  it("make one operation of the endpoint that two gateways offer", () => {
    expect(generated.plan?.endpoints.map(({ id, gateways }) => [id, gateways])).toEqual([
      [dev, ["anyapi", "quickrouter"]],
      [redux, ["aimanyi"]],
      [lora, ["aimanyi"]],
      [kontext, ["anyapi"]],
    ]);
  });

  it("know no server for aimanyi", () => {
    const servers = generated.plan?.gateways.map(({ id, server }) => [id, server]);
    expect(servers).toEqual([
      ["aimanyi", undefined],
      ["anyapi", "https://www.anyapi.vip"],
      ["quickrouter", "https://api.quickrouter.ai"],
    ]);
  });

  it("report the list that lacks its own default where it stands", () => {
    const found = generated.diagnostics.filter(({ code }) => code === "prose-contradicts-itself");
    expect(found.map(({ file, line }) => `${file}:${line}`)).toContain("specs/anyapi/flux-1-dev.txt:32");
  });

  it("give responses without properties the schema of their example", () => {
    const answer = generated.document.paths["/fal-ai/flux-pro/kontext"]?.post?.responses["200"];
    expect(JSON.stringify(answer)).toContain("request_id");
  });
});
