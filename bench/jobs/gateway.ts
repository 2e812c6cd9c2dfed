import { createEmulator } from "../../generator/emulator/index.ts";
import { exampleDocument } from "../../test/emulator/example-document.ts";

// A gateway in a process of its own, so that its work is not counted as the client's.
const seconds = new Map<number, number>();
let requests = 0;
const emulator = createEmulator({
  document: exampleDocument,
  gateway: "fal",
  timing: { ahead: 0, queued: 0, running: Number(process.env.JOB_MS), kept: 3_600_000 },
  recordLimit: 1,
  onRequest: () => {
    requests += 1;
    const second = Math.floor(performance.now() / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  },
});
const address = await emulator.listen();
process.on("message", (message) => {
  if (message === "stop") void emulator.close().then(() => process.exit(0));
  else process.send?.({ jobs: emulator.jobCount(), requests, busiest: Math.max(...seconds.values()) });
});
process.send?.({ address });
