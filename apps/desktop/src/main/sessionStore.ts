import { rm } from "node:fs/promises";
import { z } from "zod";
import { readJsonFile, writeJsonFile } from "./jsonFile";

/** The parts of Electron's `safeStorage` used here (https://www.electronjs.org/docs/latest/api/safe-storage). */
export interface KeyStore {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend(): string;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

export interface SessionStore {
  load(): Promise<string | null>;
  /** `persisted` is false when there is no key store: the token then lasts until the app quits (R41). */
  save(token: string | null): Promise<{ persisted: boolean }>;
}

const stored = z.object({ server: z.string(), token: z.base64() });

interface Place {
  readonly file: string;
  readonly platform: NodeJS.Platform;
  readonly keyStore: KeyStore;
  /** A token is never given to another server than the one it came from. */
  readonly serverAddress: () => string;
}

/** Keeps the session token in a file that only the system's key store can read. */
export function createSessionStore({ file, platform, keyStore, serverAddress }: Place): SessionStore {
  let inMemory: { server: string; token: string } | null = null;

  async function load(): Promise<string | null> {
    if (inMemory?.server === serverAddress()) return inMemory.token;
    if (!isSafe(keyStore, platform)) return null;
    const entry = await readJsonFile(file, stored);
    if (entry?.server !== serverAddress()) return null;
    try {
      return keyStore.decryptString(Buffer.from(entry.token, "base64"));
    } catch {
      return null;
    }
  }

  async function save(token: string | null): Promise<{ persisted: boolean }> {
    const server = serverAddress();
    inMemory = token === null ? null : { server, token };
    const persisted = isSafe(keyStore, platform);
    if (token === null || !persisted) await rm(file, { force: true });
    else await writeJsonFile(file, { server, token: keyStore.encryptString(token).toString("base64") });
    return { persisted };
  }

  return { load, save };
}

/** On Linux without a keyring Chromium encrypts with a password that is in its source: no protection at all. */
function isSafe(keyStore: KeyStore, platform: NodeJS.Platform): boolean {
  if (!keyStore.isEncryptionAvailable()) return false;
  return platform !== "linux" || !["basic_text", "unknown"].includes(keyStore.getSelectedStorageBackend());
}
