// Windows and processes in the shape in which the system tells them, for tests.
import type { ProcessLookup, ProcessRecord } from "./soundOwner";

/** Rows of `processId parentId startedAt path`; `-` where the system refused to tell. */
export function processTable(rows: string): ProcessLookup {
  const processes = new Map(rows.trim().split("\n").map(readRow));
  return (processId) => processes.get(processId) ?? null;
}

function readRow(row: string): readonly [number, ProcessRecord] {
  const [processId, parentId, startedAt, ...path] = row.trim().split(/ +/);
  const executable = path.join(" ");
  return [
    Number(processId),
    {
      processId: Number(processId),
      parentId: Number(parentId),
      executable: executable === "-" ? null : executable,
      startedAt: startedAt === "-" ? null : BigInt(startedAt ?? 0),
    },
  ];
}

/** A Windows 11 desktop: shell, browser with its children, a store app, a game from a launcher, and Sightline (9000). */
export const DESKTOP = String.raw`
  4     0    1  -
  900   4    10 -
  4100  3000 50 C:\Windows\explorer.exe
  9000  4100 90 C:\Users\ada\AppData\Local\Programs\sightline\Sightline.exe
  9012  9000 91 C:\Users\ada\AppData\Local\Programs\sightline\Sightline.exe
  5000  4100 60 C:\Program Files\Google\Chrome\Application\chrome.exe
  5012  5000 61 C:\Program Files\Google\Chrome\Application\chrome.exe
  5020  5000 62 C:\Program Files\Google\Chrome\Application\chrome.exe
  5024  5020 63 C:\PROGRAM FILES\Google\Chrome\Application\CHROME.EXE
  1200  900  40 C:\Windows\System32\svchost.exe
  6000  1200 70 C:\Windows\System32\ApplicationFrameHost.exe
  6100  1200 71 C:\Program Files\WindowsApps\Music_11.2.0.0_x64__8wekyb\Music.UI.exe
  7000  4100 64 C:\Program Files (x86)\Launcher\launcher.exe
  7100  7000 65 C:\Games\Racer\racer.exe
  7200  4100 66 C:\Other\Chrome\chrome.exe
  7210  7200 67 C:\Program Files\Google\Chrome\Application\chrome.exe
`;
