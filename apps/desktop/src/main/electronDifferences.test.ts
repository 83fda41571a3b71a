import { expect, test, vi } from "vitest";
import { denyDisplayMedia, pressedButton } from "./electronDifferences";

test.each(["44.0.0", "45.4.1"])("Electron %s denies a capture with null", (version) => {
  const answer = vi.fn();
  denyDisplayMedia(answer, version);
  expect(answer).toHaveBeenCalledExactlyOnceWith(null);
});

test.each(["33.4.11", "43.9.0"])(
  "Electron %s denies with an empty answer, and its complaint is swallowed",
  (version) => {
    const answer = vi.fn(() => {
      throw new TypeError("Video was requested, but no video stream was provided");
    });
    denyDisplayMedia(answer, version);
    expect(answer).toHaveBeenCalledExactlyOnceWith({});
  },
);

test("the pressed button of a notification is found in the event or beside it", () => {
  expect(pressedButton({ actionIndex: 1 }, undefined)).toBe(1);
  expect(pressedButton({}, 0)).toBe(0);
});
