import { describe, expect, it } from "vitest";
import { cancelJob, type Job, nextChange, stateAt } from "../../generator/emulator/job.ts";

const job: Job = {
  id: "id",
  endpoint: "fal-ai/flux-1/dev",
  app: "fal-ai/flux-1",
  input: {},
  resolved: {},
  seed: 1,
  submittedAt: 1000,
  timing: { ahead: 2, queued: 300, running: 200, kept: 50 },
  ending: { kind: "output", pictures: 1, flagged: false },
  heedsCancel: true,
};
const failure = { kind: "failure", error: "no", errorType: "x", code: 422, detail: null } as const;
const forever = { ...job, timing: { ...job.timing, queued: Number.POSITIVE_INFINITY } };

describe("stateAt", () => {
  it.each([
    { at: 1000, want: { kind: "queued", position: 2 } },
    { at: 1099, want: { kind: "queued", position: 2 } },
    { at: 1100, want: { kind: "queued", position: 1 } },
    { at: 1299, want: { kind: "queued", position: 0 } },
    { at: 1300, want: { kind: "running" } },
    { at: 1499, want: { kind: "running" } },
    { at: 1500, want: { kind: "done" } },
    { at: 1549, want: { kind: "done" } },
    { at: 1550, want: { kind: "expired" } },
  ])("is $want at $at", ({ at, want }) => {
    expect(stateAt(job, at)).toEqual(want);
  });

  it("is failed where the ending is a failure", () => {
    expect(stateAt({ ...job, ending: failure }, 1500)).toEqual({ kind: "failed", failure });
  });

  it("stays queued for ever where the wait has no end", () => {
    expect(stateAt(forever, 10 ** 15)).toEqual({ kind: "queued", position: 2 });
  });

  it("is done at once where nothing takes time", () => {
    const instant = { ...job, timing: { ahead: 2, queued: 0, running: 0, kept: 50 } };
    expect(stateAt(instant, 1000)).toEqual({ kind: "done" });
  });
});

describe("nextChange", () => {
  it.each([
    { at: 1000, want: 1100 },
    { at: 1150, want: 1200 },
    { at: 1250, want: 1300 },
    { at: 1400, want: 1500 },
    { at: 1500, want: undefined },
    { at: 9999, want: undefined },
  ])("after $at is $want", ({ at, want }) => {
    expect(nextChange(job, at)).toBe(want);
  });

  it("never comes for a job that is stuck", () => {
    expect(nextChange(forever, 5000)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("cancelJob", () => {
  it.each([
    { at: 1000, later: 5000, want: "cancelled" },
    { at: 1400, later: 5000, want: "cancelled" },
    { at: 1500, later: 1501, want: "done" },
  ])("at $at leaves the job $want", ({ at, later, want }) => {
    expect(stateAt(cancelJob(job, at), later).kind).toBe(want);
  });

  it("does nothing to a job that does not heed it", () => {
    expect(stateAt(cancelJob({ ...job, heedsCancel: false }, 1000), 1500).kind).toBe("done");
  });
});
