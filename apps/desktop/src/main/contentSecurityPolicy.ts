/**
 * The page's policy (R38): code, styles and fonts of our own only, and one server to talk to.
 * @param serverAddress origin of the signaling server, e.g. `https://calls.example.org`
 */
export function contentSecurityPolicy(serverAddress: string): string {
  const socketAddress = serverAddress.replace(/^http/, "ws");
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // People's pictures are the server's.
    `img-src 'self' data: blob: ${serverAddress}`,
    "media-src 'self' blob: mediastream:",
    `connect-src ${serverAddress} ${socketAddress}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
