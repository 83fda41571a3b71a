import { expect, test } from "vitest";
import { createSoundGuard } from "./soundGuard";
import { echoOf, music, speech, tone } from "./testSounds";
import type { GuardReport } from "./workletMessages";

const RATE = 48_000;
const QUANTUM = 128;

function run(
  share: readonly Float32Array[],
  playback: readonly Float32Array[],
  prepare?: (guard: ReturnType<typeof createSoundGuard>) => void,
) {
  const reports: (GuardReport & { at: number })[] = [];
  let at = 0;
  const guard = createSoundGuard(RATE, (report) => reports.push({ ...report, at: at / RATE }));
  prepare?.(guard);
  const length = share[0]?.length ?? 0;
  const out = [new Float32Array(length), new Float32Array(length)];
  const part = (channels: readonly Float32Array[]) => channels.map((channel) => channel.subarray(at, at + QUANTUM));
  for (; at + QUANTUM <= length; at += QUANTUM) guard.pass(part(share), part(playback), part(out));
  return { reports, out };
}

const sameAs = (some: readonly Float32Array[], others: readonly Float32Array[]) =>
  some.every((channel, index) => channel.every((sample, at) => sample === others[index]?.[at]));

test("passes both channels on, sample for sample; one channel goes to both sides", () => {
  const [left, right] = [tone(RATE, 1, 440), tone(RATE, 1, 660)];
  expect(sameAs(run([left, right], []).out, [left, right])).toBe(true);
  expect(sameAs(run([left], []).out, [left, left])).toBe(true);
});

test("a share that sounds at once is heard; one that is silent for a second is told, until it sounds", () => {
  expect(run([tone(RATE, 1, 440, 0.001)], []).reports).toMatchObject([{ type: "first", sound: "heard" }]);
  const late = new Float32Array(3 * RATE);
  late.set(tone(RATE, 1, 440, 0.001), 2 * RATE);
  const { reports } = run([late], []);
  expect(reports.map((report) => report.type === "first" && report.sound)).toEqual(["silent", "heard"]);
  expect(reports[0]!.at).toBeCloseTo(1, 1);
  expect(reports[1]!.at).toBeCloseTo(2, 1);
});

test("noise of converters is no sound", () => {
  expect(run([tone(RATE, 2, 440, 0.0003)], []).reports).toMatchObject([{ type: "first", sound: "silent" }]);
});

test("levels are told at most 15 times a second, and only while somebody looks", () => {
  const sound = tone(RATE, 2, 440, 0.1);
  expect(run([sound], []).reports.some(({ type }) => type === "level")).toBe(false);
  const levels = run([sound], [], (guard) => guard.watch(true)).reports.filter(({ type }) => type === "level");
  expect(levels.length / 2).toBeLessThanOrEqual(15);
  expect(levels.length).toBeGreaterThan(20);
  // RMS of a sine of 0.1.
  for (const level of levels.slice(1)) expect(level.type === "level" && level.level).toBeCloseTo(-23, 0);
});

test("the peer's own voice shuts it within a second and a half, softly and for good", () => {
  const voice = speech(RATE, 4, 7);
  const share = echoOf(voice, RATE / 10, -20);
  const { reports, out } = run([share, share], [voice]);
  const echoes = reports.filter(({ type }) => type === "echo");
  expect(echoes).toHaveLength(1);
  const at = echoes[0]!.at;
  expect(at).toBeLessThan(1.5);
  expect(out[0]!.subarray(Math.round(at * RATE) + QUANTUM).every((sample) => sample === 0)).toBe(true);
});

test("music beside the peer's voice passes untouched", () => {
  const share = music(RATE, 5, 3);
  const { reports, out } = run([share, share], [speech(RATE, 5, 8)]);
  expect(reports.some(({ type }) => type === "echo")).toBe(false);
  expect(sameAs(out, [share, share])).toBe(true);
});

test("closed, it lets nothing through", () => {
  const { out } = run([tone(RATE, 1, 440)], [], (guard) => guard.close());
  expect(out[0]!.every((sample) => sample === 0)).toBe(true);
});
