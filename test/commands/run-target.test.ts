import { describe, expect, it } from "vitest";
import { UsageError } from "../../generator/commands/parse-options.ts";
import { chooseTarget, keyName, type TargetRequest } from "../../generator/commands/run-target.ts";
import { examplePlan } from "../emulator/example-client.ts";
import { exampleLoaded } from "./example-load.ts";

const usual: TargetRequest = {
  endpointId: "fal-ai/flux-1/dev",
  gateway: undefined,
  baseUrl: undefined,
  keyEnv: undefined,
};

describe("chooseTarget", () => {
  it.each([
    { request: {}, env: { ALPHA_KEY: "a" }, want: ["alpha", "https://alpha.example", "a"] },
    { request: {}, env: { FAL_KEY: "f" }, want: ["fal", "https://queue.fal.run", "f"] },
    { request: {}, env: { FAL_KEY: "", ALPHA_KEY: "a" }, want: ["alpha", "https://alpha.example", "a"] },
    { request: {}, env: { DOCKET_KEY: "d" }, want: ["alpha", "https://alpha.example", "d"] },
    { request: { gateway: "fal" }, env: { DOCKET_KEY: "d" }, want: ["fal", "https://queue.fal.run", "d"] },
    { request: { keyEnv: "MINE" }, env: { MINE: "m", ALPHA_KEY: "a" }, want: ["alpha", "https://alpha.example", "m"] },
    { request: { baseUrl: "http://127.0.0.1:5" }, env: {}, want: ["alpha", "http://127.0.0.1:5", "docket"] },
  ])("$request with $env gives $want", ({ request, env, want }) => {
    const { gateway, baseUrl, key } = chooseTarget(exampleLoaded, { ...usual, ...request }, env);
    expect([gateway.id, baseUrl, key]).toEqual(want);
  });

  it.each([
    {
      request: { endpointId: "fal-ai/flux1/dev" },
      want: 'no endpoint "fal-ai/flux1/dev"; did you mean "fal-ai/flux-1/dev"?',
    },
    { request: { endpointId: "x" }, want: 'no endpoint "x"; there are: fal-ai/flux-1/dev, fal-ai/upscaler' },
    { request: { gateway: "gamma" }, want: '"fal-ai/flux-1/dev" is not offered by "gamma"; it is by: alpha, fal' },
    { request: {}, want: 'no key for "alpha": set ALPHA_KEY or DOCKET_KEY in the environment' },
    {
      request: { keyEnv: "MINE", baseUrl: "http://127.0.0.1:5" },
      want: 'no key for "alpha": set MINE in the environment',
    },
    { request: { baseUrl: "http://127.0.0.1.evil.example" }, want: /no key/ },
  ])("$request is refused", ({ request, want }) => {
    const choose = () => chooseTarget(exampleLoaded, { ...usual, ...request }, {});
    expect(choose).toThrow(UsageError);
    expect(choose).toThrow(want);
  });

  it("asks for the address that no document names", () => {
    const gateways = examplePlan.gateways.map(({ server: _, ...rest }) => rest);
    expect(() =>
      chooseTarget({ ...exampleLoaded, plan: { ...examplePlan, gateways } }, usual, { ALPHA_KEY: "a" }),
    ).toThrow(/give its address with --base-url/);
  });
});

describe("keyName", () => {
  it.each([
    ["anyapi", "ANYAPI_KEY"],
    ["my-gate.way", "MY_GATE_WAY_KEY"],
  ])("of %s is %s", (id, want) => {
    expect(keyName(id)).toBe(want);
  });
});
