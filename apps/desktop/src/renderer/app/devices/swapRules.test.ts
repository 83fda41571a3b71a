import { expect, test } from "vitest";
import { idInUse, nameInUse, type Present, swapOf } from "./swapRules";

const headset = { deviceId: "h", label: "Headset" };
const desk = { deviceId: "d", label: "Desk" };
const present = (system: string | null, ...devices: Present["devices"]): Present => ({ devices, system });

test("F25 the chosen device goes: the system's takes over, by its name where it is known", () => {
  expect(swapOf("h", present("Desk", headset, desk), present("Desk", desk))).toEqual({
    what: "gone",
    device: "Headset",
  });
  expect(idInUse("h", present("Desk", desk))).toBeNull();
  expect(nameInUse("h", present("Desk", desk))).toBe("Desk");
  expect(nameInUse("h", present(null, desk)), "the only one there is").toBe("Desk");
  expect(nameInUse("h", present(null, desk, { deviceId: "x", label: "Other" }))).toBeNull();
});

test("F25 the chosen device comes back and is used again", () => {
  expect(swapOf("h", present(null, desk), present(null, headset, desk))).toEqual({ what: "back", device: "Headset" });
  expect(idInUse("h", present(null, headset, desk))).toBe("h");
});

test("others may come and go; the system's own change counts only where nothing is chosen", () => {
  expect(swapOf("h", present("Desk", headset, desk), present("Headset", headset))).toBeNull();
  expect(swapOf(null, present("Desk", desk), present("Headset", headset, desk))).toEqual({
    what: "system",
    device: "Headset",
  });
  expect(swapOf(null, present(null, desk), present("Desk", desk)), "named for the first time").toBeNull();
});

test("a list without permission is empty and proves nothing", () => {
  expect(swapOf("h", present(null), present(null, headset))).toBeNull();
  expect(idInUse("h", present(null))).toBe("h");
});
