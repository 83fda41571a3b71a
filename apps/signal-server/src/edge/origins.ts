/** The desktop app's own origin (Electron custom protocol). */
export const DESKTOP_ORIGIN = "app://sightline";

export interface OriginRule {
  /** May this `Origin` header speak to us? Native clients send none, which is allowed. */
  allows(origin: string | undefined): boolean;
  /** An allowed origin is named: proof that a browser's request came from our own pages. */
  names(origin: string | undefined): boolean;
}

export interface OriginSettings {
  /** The address browsers use; null: this machine only, on the port we listen on. */
  readonly publicUrl: URL | null;
  readonly allowedOrigins: readonly string[];
}

/** `port` is asked each time because a server on port 0 learns it late. */
export function createOriginRule({ publicUrl, allowedOrigins }: OriginSettings, port: () => number): OriginRule {
  const fixed = new Set([DESKTOP_ORIGIN, ...allowedOrigins]);
  const isOurs = (origin: string): boolean =>
    publicUrl
      ? origin === publicUrl.origin
      : origin === `http://localhost:${port()}` || origin === `http://127.0.0.1:${port()}`;
  const names = (origin: string | undefined) => origin !== undefined && (fixed.has(origin) || isOurs(origin));
  return { names, allows: (origin) => origin === undefined || names(origin) };
}
