import { describe, expect, it } from "vitest";
import { createFaultScript } from "../../../generator/emulator/faults/fault-script.ts";
import { parseFaults } from "../../../generator/emulator/faults/parse-fault.ts";
import type { Step } from "../../../generator/emulator/request-log.ts";

function names(script: ReturnType<typeof createFaultScript>, step: Step, job?: string, own = ""): readonly string[] {
  return script.take(step, parseFaults(own), job).map(({ name }) => name);
}

describe("a fault script", () => {
  it("strikes in its order, each fault as often as it says", () => {
    const script = createFaultScript(["status/html:2", "status/empty", "result/text"]);
    const taken = (["submit", "status", "status", "result", "status", "status"] as const).map((step) =>
      names(script, step),
    );
    expect(taken).toEqual([[], ["html"], ["html"], ["text"], ["empty"], []]);
  });

  it("lets all changes of a job strike its submit, beside one other fault", () => {
    const script = createFaultScript(["stuck:*", "nsfw", "html", "empty"]);
    expect(names(script, "submit")).toEqual(["stuck", "nsfw", "html"]);
    expect(names(script, "submit")).toEqual(["stuck", "empty"]);
  });

  it("prefers what the request brings, then what its job brought", () => {
    const script = createFaultScript(["status/html:*"]);
    script.attach("job", parseFaults("status/empty"));
    expect(names(script, "status", "job", "text")).toEqual(["text"]);
    expect(names(script, "status", "job")).toEqual(["empty"]);
    expect(names(script, "status", "job")).toEqual(["html"]);
    expect(names(script, "status", "another job")).toEqual(["html"]);
  });
});
