import { describe, expect, test } from "vitest";
import { redactText } from "../../generator/redact-text.ts";
import { at, json, normalize, operationPage } from "./normalize-pages.ts";

const real = `sk-${"aB3dE6gH9jK2mN5p".repeat(2)}`;

describe("a text", () => {
  test.each([
    { given: real, want: "REDACTED" },
    { given: `curl -H 'Authorization: Bearer ${real}'`, want: "curl -H 'Authorization: Bearer REDACTED'" },
    { given: "Bearer 1a2b3c4d5e6f7g8h9i0jklmn", want: "Bearer REDACTED" },
    { given: "Key 0a1b2c3d-4e5f-6789-abcd-ef0123456789:fedcba9876543210", want: "Key REDACTED" },
    { given: `eyJ${"hbGciOiJIUzI1NiJ9".repeat(2)}.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3`, want: "REDACTED" },
    { given: "Bearer {{YOUR_API_KEY}}", want: "Bearer {{YOUR_API_KEY}}" },
    { given: "Bearer YOUR_API_KEY_GOES_HERE", want: "Bearer YOUR_API_KEY_GOES_HERE" },
    { given: "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", want: "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" },
    { given: "3892f1e8-5fb1-469f-87b0-696d6054c9f2", want: "3892f1e8-5fb1-469f-87b0-696d6054c9f2" },
    {
      given: "https://fal.media/files/kangaroo/acQvq-Kmo2lajkgvcEHdv.png",
      want: "https://fal.media/files/kangaroo/acQvq-Kmo2lajkgvcEHdv.png",
    },
    { given: `eyJ${"hbGciOiJIUzI1NiJ9".repeat(4)}`, want: `eyJ${"hbGciOiJIUzI1NiJ9".repeat(4)}` },
    { given: "short", want: "short" },
  ])("$given", ({ given, want }) => {
    expect(redactText(given)).toBe(want);
  });

  test("of a page loses its keys wherever it stands, with a warning that does not repeat them", () => {
    const schema = {
      type: "object",
      properties: { key: { type: "string", default: real, description: `e.g. ${real}` } },
    };
    const operation = json(schema);
    const parameters = [{ name: "k", in: "query", schema: { type: "string" }, example: real }];
    const { document, diagnostics } = normalize([operationPage("POST /x", { ...operation, parameters })]);
    expect(JSON.stringify(document)).not.toContain(real);
    expect(at(document, "paths", "/x", "post", "parameters")).toMatchObject([{ example: "REDACTED" }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["secret-redacted", "secret-redacted", "secret-redacted"]);
    expect(JSON.stringify(diagnostics)).not.toContain(real);
  });
});
