// Small files with telling names. Lint holds the cap of a function; this holds the sizes over all files, and the names.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const LIMITS = { longest: 300, p95: 200, median: 60 };
const UNTOLD = /(^|[a-z.-])(utils?|helpers?|common|services|managers)$/i;

const root = fileURLToPath(new URL("..", import.meta.url));
const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
const sources = listed
  .split("\0")
  .filter((file) => /\.(ts|tsx|js|mjs|cjs)$/.test(file) && existsSync(join(root, file)));

const linesOf = (/** @type {string} */ file) => readFileSync(join(root, file), "utf8").trimEnd().split("\n").length;
const counted = (/** @type {string} */ file) =>
  !/\.test\.tsx?$/.test(file) && !file.startsWith("e2e/") && !file.includes("/migrations/");

const sizes = sources.map((file) => ({ file, lines: linesOf(file) }));
const ours = sizes.filter(({ file }) => counted(file)).toSorted((a, b) => a.lines - b.lines);
const at = (/** @type {number} */ share) =>
  ours[Math.min(ours.length - 1, Math.floor(ours.length * share))]?.lines ?? 0;

const stems = (/** @type {string} */ file) => [...file.split("/").slice(0, -1), basename(file).replace(/\..*$/, "")];
const faults = [
  ...sizes
    .filter(({ file, lines }) => lines > LIMITS.longest && !file.includes("/migrations/"))
    .map(({ file, lines }) => `${file}: ${lines} lines, the cap is ${LIMITS.longest}`),
  ...(at(0.95) > LIMITS.p95 ? [`p95 of the files is ${at(0.95)} lines, the budget is ${LIMITS.p95}`] : []),
  ...(at(0.5) > LIMITS.median ? [`the median file has ${at(0.5)} lines, the budget is ${LIMITS.median}`] : []),
  ...sources
    .filter((file) => stems(file).some((stem) => UNTOLD.test(stem)))
    .map((file) => `${file}: such a name does not say what the file is for`),
];

for (const fault of faults) console.error(fault);
console.log(`${ours.length} files, median ${at(0.5)} lines, p95 ${at(0.95)}`);
if (faults.length > 0) process.exitCode = 1;
