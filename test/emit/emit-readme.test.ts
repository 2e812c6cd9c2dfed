import { describe, expect, it } from "vitest";
import { emitReadme } from "../../generator/emit/emit-readme.ts";
import { emitSchemas } from "../../generator/emit/emit-schemas.ts";
import { typeNamesOf } from "../../generator/emit/type-names.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { fluxDocument } from "./flux-document.ts";

const options = { name: "@docket/fal", version: "0.1.0", generatorVersion: "0.1.0", sources: [] };
const { text } = emitReadme(planPackage(fluxDocument, options).plan);

describe("emitReadme", () => {
  it.each([
    "| `num_inference_steps`<br>要执行的推理步骤数。默认值:28  .范围值:0-50 | integer | `28` | 0 to 50 | prose |",
    "| `prompt` (required) | string |  |  |  |",
    '| `output_format` | string | `"jpeg"` | `"jpeg"`, `"png"` | schema |',
    '"none"`, `"regular"`, `"high"`, or another | prose |',
    '`"landscape_4_3"`, or another | default: overlay, values: schema |',
    "| `guidance_scale` | number | `3.5` | 0 to 35 | schema |",
    "| `aimanyi` | none documented: pass `baseUrl` | bearer | `fal-gateway` | no | 1 |",
    "Documentation: <https://fal.ai/models/fal-ai/flux-lora>",
  ])("states %s", (line) => {
    expect(text).toContain(line);
  });

  it("shows a sample for a gateway that can be called as it is", () => {
    expect(text).toContain('createClient({ gateway: "anyapi", credentials: process.env.ANYAPI_KEY })');
    expect(text).toContain('subscribe("fal-ai/flux-1/dev", {\n  input: { prompt: "a tiger eye" },');
  });

  it("shows none where nothing can be called", () => {
    const { plan } = planPackage({ ...fluxDocument, paths: {} }, options);
    expect(emitReadme(plan).text).not.toContain("```ts");
  });

  it("names a schema as its document does, where that is in another script", () => {
    const { plan } = planPackage(fluxDocument, options);
    const models = plan.models.map((model) => ({ ...model, schema: { ...model.schema, title: "图片尺寸" } }));
    expect(emitReadme({ ...plan, models }).text).toContain("`PixelSize` (图片尺寸)");
    expect(emitSchemas({ ...plan, models }, typeNamesOf(plan)).statements[0]).toMatchObject({ doc: ["图片尺寸"] });
  });
});
