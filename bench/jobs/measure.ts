/** What a client process reports. */
export interface Report {
  readonly done: number;
  readonly failed: number;
  readonly seconds: number;
  /** Bytes of resident memory per job while all are in flight. */
  readonly memoryPerJob: number;
  /** Milliseconds of processor time per job, all of its requests together. */
  readonly cpuPerJob: number;
}

/** Starts all jobs at once, waits for them (at most so many seconds), and reports to the parent process. */
export async function measure(paint: (job: number) => Promise<unknown>): Promise<void> {
  const jobs = Number(process.env.JOBS);
  const limit = Number(process.env.LIMIT_S);
  await paint(-1);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const start = performance.now();
  let [done, failed, peak] = [0, 0, before];
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 250);
  const follow = async (job: number): Promise<void> => {
    try {
      await paint(job);
      done += 1;
    } catch {
      failed += 1;
    }
  };
  const all = Array.from({ length: jobs }, (_, job) => follow(job));
  await Promise.race([Promise.all(all), new Promise((resolve) => setTimeout(resolve, limit * 1000))]);
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpu);
  const report: Report = {
    done,
    failed,
    seconds: (performance.now() - start) / 1000,
    memoryPerJob: (peak - before) / jobs,
    cpuPerJob: (user + system) / 1000 / jobs,
  };
  process.send?.(report, () => process.exit(0));
}
