import { expect, test } from "vitest";
import { createSerialQueue } from "./serialQueue";

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

test("tasks run one after another, also after a failure", async () => {
  const log: unknown[] = [];
  const queue = createSerialQueue((error) => log.push(error));
  queue.add(async () => {
    await turn();
    log.push(1);
  });
  queue.add(() => Promise.reject("broken"));
  const done = new Promise<void>((resolve) => queue.add(() => (log.push(2), resolve())));
  await done;
  expect(log).toEqual([1, "broken", 2]);
});

test("stopped: nothing begins any more, and the task under way fails in silence", async () => {
  const log: unknown[] = [];
  const queue = createSerialQueue((error) => log.push(error));
  queue.add(async () => {
    await turn();
    throw new Error("closed");
  });
  queue.add(() => void log.push("late"));
  await Promise.resolve();
  queue.stop();
  await turn();
  await turn();
  expect(log).toEqual([]);
});
