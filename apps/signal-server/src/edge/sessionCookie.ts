export interface SessionCookie {
  /** The token in a `Cookie` header, if there is one. */
  read(header: string | undefined): string | undefined;
  /** `Set-Cookie` value that stores the token. */
  set(token: string): string;
  /** `Set-Cookie` value that removes it. */
  clear(): string;
}

/** `__Host-` (RFC 6265bis) ties the cookie to this host and to TLS; plain http on one's own machine cannot have it. */
export function createSessionCookie(secure: boolean, maxAgeSeconds: number): SessionCookie {
  const name = secure ? "__Host-sightline_session" : "sightline_session";
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  return {
    read(header) {
      for (const part of header?.split(";") ?? []) {
        const at = part.indexOf("=");
        if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined;
      }
      return undefined;
    },
    set: (token) => `${name}=${token}; ${attributes}; Max-Age=${maxAgeSeconds}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}
