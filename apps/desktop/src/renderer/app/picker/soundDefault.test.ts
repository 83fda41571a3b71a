import fc from "fast-check";
import { expect, test } from "vitest";
import type { AudioChoice, AudioPlan } from "../../../shared/sharing";
import { soundDefault } from "./soundDefault";

const ALL: readonly AudioPlan[] = ["none", "app", "systemWithoutUs"];
const offered = (...plans: AudioPlan[]): AudioChoice[] =>
  ALL.map((plan) => ({ plan, available: plans.includes(plan) || plan === "none" }));

test.each([
  ["a window, all offered", "window", offered("app", "systemWithoutUs"), null, "app"],
  ["a window whose app is not known", "window", offered("systemWithoutUs"), null, "none"],
  ["a window without any sound", "window", offered(), null, "none"],
  ["a screen", "screen", offered("systemWithoutUs"), null, "systemWithoutUs"],
  ["a screen without any sound", "screen", offered(), null, "none"],
  ["no sound was wanted for this app", "window", offered("app", "systemWithoutUs"), "none", "none"],
  [
    "all sound was wanted for this app",
    "window",
    offered("app", "systemWithoutUs"),
    "systemWithoutUs",
    "systemWithoutUs",
  ],
  ["all sound was wanted and cannot be had", "window", offered("app"), "systemWithoutUs", "app"],
  ["its own sound was wanted and cannot be had", "window", offered("systemWithoutUs"), "app", "none"],
  ["nothing is offered", "window", [], "systemWithoutUs", "none"],
] as const)("%s: %s", (_, kind, choices, remembered, plan) =>
  expect(soundDefault(choices, kind, remembered)).toBe(plan),
);

test("the sound of an app that has yet to be named is never chosen by itself", () => {
  const choices: AudioChoice[] = [{ plan: "app", available: true, needsApp: true }, ...offered("systemWithoutUs")];
  expect(
    soundDefault(
      choices.filter((choice) => choice.plan !== "app" || choice.needsApp),
      "window",
      "app",
    ),
  ).toBe("none");
});

test("it is always to be had, and never wider than what was chosen before, or than what the picture shows", () => {
  const plan = fc.constantFrom(...ALL);
  const choice = fc.record({ plan, available: fc.boolean(), needsApp: fc.boolean() });
  const kind = fc.constantFrom("window" as const, "screen" as const);
  fc.assert(
    fc.property(fc.array(choice), kind, fc.option(plan), (choices, of, remembered) => {
      const chosen = soundDefault(choices, of, remembered);
      if (chosen !== "none") expect(choices).toContainEqual({ plan: chosen, available: true, needsApp: false });
      const widest = remembered ?? (of === "window" ? "app" : "systemWithoutUs");
      expect(ALL.indexOf(chosen)).toBeLessThanOrEqual(ALL.indexOf(widest));
    }),
  );
});
