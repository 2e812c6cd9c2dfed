import { expect, test } from "vitest";
import { createSlots } from "../../src/request-slots.ts";
import { openScope, type Scope } from "../../src/scope.ts";
import { createVirtualClock } from "../support/virtual-clock.ts";

const setUp = (rate: number, concurrency: number) => {
  const clock = createVirtualClock();
  const slots = createSlots(clock, rate, concurrency);
  const scopes: Scope[] = [];
  const scope = (): Scope => {
    const opened = openScope(clock, 1e9, undefined);
    scopes.push(opened);
    return opened;
  };
  return { clock, slots, scope, close: () => scopes.forEach((one) => void one.close()) };
};

test("a burst of a quarter goes at once, the rest at the rate, in order", async () => {
  const { clock, slots, scope, close } = setUp(40, 1000);
  await clock.sleep(5000, new AbortController().signal);
  const times: number[] = [];
  const one = async (): Promise<void> => {
    (await slots.take(scope(), "ask"))();
    times.push(clock.now() - 5000);
  };
  await Promise.all(Array.from({ length: 31 }, one));
  close();
  expect(times.filter((time) => time === 0)).toHaveLength(11);
  expect(times.slice(11)).toEqual(Array.from({ length: 20 }, (_, index) => (index + 1) * 25));
  expect(clock.sleepers).toBe(0);
});

test("no more than so many are in flight", async () => {
  const { slots, scope, close } = setUp(1e6, 2);
  const held = [await slots.take(scope(), "ask"), await slots.take(scope(), "ask")];
  let third = false;
  const waiting = slots.take(scope(), "ask").then(() => {
    third = true;
  });
  await new Promise(setImmediate);
  expect(third).toBe(false);
  held[0]?.();
  await waiting;
  expect(third).toBe(true);
  close();
});

test("new work passes questions, and who leaves the line frees it", async () => {
  const { clock, slots, scope, close } = setUp(1, 1000);
  (await slots.take(scope(), "ask"))();
  const order: string[] = [];
  const leaving = scope();
  const gone = slots.take(leaving, "ask").then(
    () => order.push("gone"),
    () => order.push("left"),
  );
  const pass = async (urgency: "ask" | "submit"): Promise<void> => {
    const release = await slots.take(scope(), urgency);
    order.push(urgency);
    release();
  };
  const [ask, submit] = [pass("ask"), pass("submit")];
  leaving.close();
  await Promise.all([gone, ask, submit]);
  close();
  expect(order).toEqual(["left", "submit", "ask"]);
  expect(clock.sleepers).toBe(0);
});

test("a pause holds everybody", async () => {
  const { clock, slots, scope, close } = setUp(1e6, 1000);
  slots.pause(7000);
  (await slots.take(scope(), "submit"))();
  close();
  expect(clock.now()).toBe(7000);
});
