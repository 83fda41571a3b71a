// An import fence that is silently dead looks like one that holds. So one forbidden import per fence is planted for a
// moment, and lint must complain about each for the right reason; and about none of the permitted ones.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fences, permitted } from "./checks/fences.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const fileOf = (/** @type {{ folder: string }} */ { folder }, /** @type {string} */ label) =>
  join(folder, `plantedImport.${label}.ts`);

const planted = [
  ...fences.map((fence, index) => ({ ...fence, file: fileOf(fence, `forbidden${index}`) })),
  ...permitted.map((each, index) => ({ ...each, reason: undefined, file: fileOf(each, `permitted${index}`) })),
];
/** @type {string[]} */
const foldersMade = [];

function plant() {
  for (const { folder, file, imports } of planted) {
    const made = existsSync(join(root, folder)) ? undefined : mkdirSync(join(root, folder), { recursive: true });
    if (made) foldersMade.push(join(root, folder));
    const text = `import { planted } from ${JSON.stringify(imports)};\n\nexport const plantedImport = planted;\n`;
    writeFileSync(join(root, file), text);
  }
}

function removeAll() {
  for (const { file } of planted) rmSync(join(root, file), { force: true });
  for (const folder of foldersMade.splice(0)) rmdirSync(folder);
}

/** @returns {{ code: string, help?: string, filename: string }[]} */
function lint() {
  const files = planted.map(({ file }) => file);
  const args = [join(root, "node_modules/oxlint/bin/oxlint"), "--format", "json", ...files];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (!stdout.includes('"diagnostics"')) throw new Error(`oxlint did not run: ${stderr || stdout}`);
  return JSON.parse(stdout).diagnostics;
}

/** @returns {string[]} */
function faults() {
  const complaints = lint().filter(({ code }) => code.includes("no-restricted-imports"));
  return planted.flatMap(({ file, imports, reason }) => {
    const reasons = complaints.filter(({ filename }) => filename === file).map(({ help }) => help ?? "");
    const wanted = reason === undefined ? [] : [reason];
    if (reasons.length === wanted.length && wanted.every((each, index) => reasons[index]?.includes(each))) return [];
    const expected = reason === undefined ? "is permitted" : `must be refused ("${reason}")`;
    return [`${file}: the import of "${imports}" ${expected}; lint said: ${reasons.join(" | ") || "nothing"}`];
  });
}

process.once("SIGINT", () => {
  removeAll();
  process.exit(130);
});
try {
  plant();
  const found = faults();
  for (const fault of found) console.error(fault);
  console.log(`${fences.length} fences and ${permitted.length} gates tried, ${found.length} faults`);
  if (found.length > 0) process.exitCode = 1;
} finally {
  removeAll();
}
