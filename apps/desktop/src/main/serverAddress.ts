import { z } from "zod";
import { readJsonFile, writeJsonFile } from "./jsonFile";

const DEFAULT_ADDRESS = "http://localhost:8737";
const settings = z.object({ serverAddress: z.string() });

export type AddressCheck = { ok: true; address: string } | { ok: false; reason: "invalid" | "insecure" };

/**
 * Checks what a person typed and brings it into the form of an origin. Without a scheme, https is meant, and http on
 * this very machine. Plain http anywhere else would show passwords and tokens to the network: `insecure`.
 */
export function checkAddress(text: string): AddressCheck {
  const typed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed)
    ? typed
    : `${isLocalText(typed) ? "http" : "https"}://${typed}`;
  if (typed === "" || /\s/.test(typed) || !URL.canParse(withScheme)) return { ok: false, reason: "invalid" };
  const url = new URL(withScheme);
  const bare =
    url.username === "" && url.password === "" && url.pathname === "/" && url.search === "" && url.hash === "";
  if (!bare || url.hostname === "" || !/^[a-z0-9.:[\]-]+$/.test(url.hostname)) return { ok: false, reason: "invalid" };
  if (url.protocol === "https:") return { ok: true, address: url.origin };
  if (url.protocol !== "http:") return { ok: false, reason: "invalid" };
  return isLoopback(url.hostname) ? { ok: true, address: url.origin } : { ok: false, reason: "insecure" };
}

function isLocalText(typed: string): boolean {
  return URL.canParse(`http://${typed}`) && isLoopback(new URL(`http://${typed}`).hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

export interface ServerAddress {
  /** Origin of the server in use. */
  current(): string;
  /** Checks and remembers a new address. */
  set(text: string): Promise<AddressCheck>;
}

/**
 * @param file settings file
 * @param forThisRun an address that goes before the remembered one, and is not itself remembered
 * @throws when `forThisRun` is set and not usable: starting with another server than asked for would be worse
 */
export async function loadServerAddress(file: string, forThisRun: string | undefined): Promise<ServerAddress> {
  let current = forThisRun ? givenAddress(forThisRun) : await rememberedAddress(file);
  return {
    current: () => current,
    async set(text) {
      const checked = checkAddress(text);
      if (!checked.ok) return checked;
      await writeJsonFile(file, { serverAddress: checked.address });
      current = checked.address;
      return checked;
    },
  };
}

function givenAddress(text: string): string {
  const checked = checkAddress(text);
  if (!checked.ok)
    throw new Error(`SIGHTLINE_SERVER_ADDRESS is ${checked.reason}: use https, or http on this machine.`);
  return checked.address;
}

async function rememberedAddress(file: string): Promise<string> {
  const stored = await readJsonFile(file, settings);
  const checked = stored ? checkAddress(stored.serverAddress) : null;
  return checked?.ok ? checked.address : DEFAULT_ADDRESS;
}
