import { existsSync } from "node:fs";
import { run } from "./run.mjs";

const browser = ["chromium", "fonts-dejavu-core"];
const database = ["postgresql", "redis-server"];
const screen = ["xvfb", "xauth", "openbox", "x11-apps", "x11-utils", "xdotool", "wmctrl", "picom", "iproute2"];
const session = ["dbus", "dbus-x11", "gnome-keyring", "libsecret-1-0"];
const pipewire = ["pipewire", "pipewire-bin", "pipewire-pulse", "pipewire-alsa", "wireplumber"];
const sound = [...pipewire, "pulseaudio-utils", "alsa-utils", "sox", "xterm"];
const network = ["coturn", "nftables", "openssl"];
const electron = [
  "libgtk-3-0",
  "libnss3",
  "libgbm1",
  "libasound2",
  "libatk-bridge2.0-0",
  "libcups2",
  "libxss1",
  "libxtst6",
];

/** The Debian packages that the whole test run uses, apart from Node. */
export const testPackages = [...browser, ...database, ...screen, ...session, ...sound, ...network, ...electron];

/** Whether this process may install packages: root on Debian or one of its children. */
const mayInstall = () =>
  process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");

/** @type {(names: readonly string[]) => Promise<string[]>} */
async function missingOf(names) {
  const { output } = await run("dpkg-query", ["--show", "--showformat", "${Package} ${db:Status-Status}\n", ...names]);
  const installed = new Set(output.split("\n").filter((line) => line.endsWith(" installed")));
  return names.filter((name) => !installed.has(`${name} installed`));
}

/**
 * Installs what is missing of the packages, where that is possible. A fault is told and not thrown: what then cannot
 * run is skipped by name.
 * @param {readonly string[]} names
 * @param {(line: string) => void} log
 */
export async function ensureDebianPackages(names, log) {
  if (!mayInstall()) return;
  const missing = await missingOf(names);
  if (missing.length === 0) return;
  log(`Installing Debian packages: ${missing.join(" ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-q"], { env });
  const installed = await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...missing], { env });
  if (installed.code !== 0) log(`apt-get did not succeed:\n${installed.output.split("\n").slice(-5).join("\n")}`);
}
