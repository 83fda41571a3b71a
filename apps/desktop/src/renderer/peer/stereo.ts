import { splitSections } from "./sdpCheck";

/**
 * Asks for stereo Opus in one media section (RFC 7587, `stereo` and `sprop-stereo`), counted from 0. Browsers offer no
 * other way: an encoder sends, and a decoder keeps, two channels only if the descriptions say so.
 */
export function withStereo(sdp: string, section: number): string {
  const [session = [], ...sections] = splitSections(sdp.split("\r\n"));
  const target = sections[section];
  const opus = target?.map((line) => /^a=rtpmap:(\d+) opus\/48000\/2$/i.exec(line)?.[1]).find((found) => found);
  if (!target || !opus) return sdp;
  const prefix = `a=fmtp:${opus} `;
  const changed = target.map((line) => (line.startsWith(prefix) ? prefix + stereoParameters(line) : line));
  if (!target.some((line) => line.startsWith(prefix))) {
    const rtpmap = changed.findIndex((line) => line.startsWith(`a=rtpmap:${opus} `));
    changed.splice(rtpmap + 1, 0, prefix + stereoParameters(""));
  }
  sections[section] = changed;
  return [session, ...sections].flat().join("\r\n");
}

function stereoParameters(fmtp: string): string {
  const given = fmtp.slice(fmtp.indexOf(" ") + 1).split(";");
  const kept = given.map((part) => part.trim()).filter((part) => part && !/^(stereo|sprop-stereo|usedtx)=/.test(part));
  return [...kept, "stereo=1", "sprop-stereo=1"].join(";");
}
