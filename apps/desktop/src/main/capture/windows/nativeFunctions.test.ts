import koffi from "koffi";
import { expect, test } from "vitest";
import { bindFunctions, type FunctionLoader } from "./nativeFunctions";

test("every declaration is one that koffi understands, under the name it has in Windows", () => {
  const bound: string[] = [];
  const loader: FunctionLoader = {
    load: (library) => ({
      func(declaration) {
        const { proto } = koffi.type(koffi.proto(declaration));
        bound.push(`${library}!${proto?.name}/${proto?.arguments.length}`);
        return () => 0;
      },
    }),
  };
  bindFunctions(loader);
  expect(bound).toEqual([
    "user32.dll!GetWindowThreadProcessId/2",
    "user32.dll!FindWindowExW/4",
    "user32.dll!IsIconic/1",
    "user32.dll!GetWindowRect/2",
    "user32.dll!GetClassNameW/3",
    "dwmapi.dll!DwmGetWindowAttribute/4",
    "kernel32.dll!CreateToolhelp32Snapshot/2",
    "kernel32.dll!Process32FirstW/2",
    "kernel32.dll!Process32NextW/2",
    "kernel32.dll!OpenProcess/3",
    "kernel32.dll!GetProcessTimes/5",
    "kernel32.dll!QueryFullProcessImageNameW/4",
    "kernel32.dll!CloseHandle/1",
    "version.dll!GetFileVersionInfoSizeW/2",
    "version.dll!GetFileVersionInfoW/4",
  ]);
});
