import { type Description, MAX_SDP_BYTES } from "@sightline/protocol";

/** What is wrong with a session description from the other side. */
export type SdpFault =
  | "tooLarge"
  | "malformed"
  | "mediaSections"
  | "protocol"
  | "fingerprint"
  | "setup"
  /** Keys in the description itself (SDES): whoever relays it could listen. */
  | "keyInDescription";

const MAX_MEDIA_SECTIONS = 8;
const FINGERPRINT = /^a=fingerprint:sha-256 [0-9A-F]{2}(?::[0-9A-F]{2}){31}$/i;
const MEDIA_LINE = /^m=(audio|video|application) \d{1,5}(?:\/\d+)? (\S+) \S.*$/;
const PROTOCOLS: Record<string, string> = {
  audio: "UDP/TLS/RTP/SAVPF",
  video: "UDP/TLS/RTP/SAVPF",
  application: "UDP/DTLS/SCTP",
};

/**
 * Looks at a description from the network before the browser does (requirement R7): only what two honest clients of
 * ours exchange gets through. Syntax: RFC 8866; fingerprint: RFC 8122; setup: RFC 4145; SDES: RFC 4568.
 * Answers null when nothing is wrong.
 */
export function sdpFault({ type, sdp }: Description): SdpFault | null {
  if (new TextEncoder().encode(sdp).length > MAX_SDP_BYTES) return "tooLarge";
  if (!sdp.startsWith("v=0\r\n") && !sdp.startsWith("v=0\n")) return "malformed";
  const lines = sdp.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  if (!lines.every((line) => /^[a-z]=[^\p{Cc}]*$/u.test(line))) return "malformed";
  if (lines.some((line) => /^(?:a=crypto:|a=key-mgmt:|k=)/i.test(line))) return "keyInDescription";
  return faultInMedia(lines) ?? faultInFingerprints(lines) ?? faultInSetup(type, lines);
}

function faultInMedia(lines: readonly string[]): SdpFault | null {
  const sections = lines.filter((line) => line.startsWith("m="));
  if (sections.length === 0 || sections.length > MAX_MEDIA_SECTIONS) return "mediaSections";
  for (const section of sections) {
    const [, kind, protocol] = MEDIA_LINE.exec(section) ?? [];
    if (!kind || PROTOCOLS[kind] !== protocol) return "protocol";
  }
  return null;
}

/** All media is bundled over one DTLS connection, so one fingerprint must stand wherever one is given. */
function faultInFingerprints(lines: readonly string[]): SdpFault | null {
  const all = lines.filter((line) => /^a=fingerprint\b/i.test(line));
  if (!all.every((line) => FINGERPRINT.test(line))) return "fingerprint";
  if (new Set(all.map((line) => line.toLowerCase())).size !== 1) return "fingerprint";
  const [session = [], ...sections] = splitSections(lines);
  const covered = (part: readonly string[]) => part.some((line) => FINGERPRINT.test(line));
  return covered(session) || sections.every(covered) ? null : "fingerprint";
}

function faultInSetup(type: Description["type"], lines: readonly string[]): SdpFault | null {
  const roles = lines.filter((line) => /^a=setup\b/i.test(line)).map((line) => line.slice("a=setup:".length));
  const allowed = type === "offer" ? ["actpass"] : ["active", "passive"];
  return roles.length > 0 && roles.every((role) => allowed.includes(role)) ? null : "setup";
}

/** The session's lines, then those of each media section. */
export function splitSections(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith("m=")) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts;
}
