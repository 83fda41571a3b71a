import { splitSections } from "./sdpCheck";

interface NamedCodec {
  /** e.g. `audio/opus`; the case of the name is not defined. */
  readonly mimeType: string;
}

const isNamed = (codec: NamedCodec, name: string) => codec.mimeType.toLowerCase() === name;

/**
 * The same codecs with redundancy (RFC 2198) before all others, where Opus is there to be doubled: each packet then
 * carries the voice of the one before, too, and a lost packet is not heard. The other side takes it only if it has it.
 */
export function redundantFirst<C extends NamedCodec>(codecs: readonly C[]): C[] {
  if (!codecs.some((codec) => isNamed(codec, "audio/opus"))) return [...codecs];
  const isRed = (codec: C) => isNamed(codec, "audio/red");
  return [...codecs.filter(isRed), ...codecs.filter((codec) => !isRed(codec))];
}

/** Before the first description. A browser without redundancy, or without the choice, goes on with its own order. */
export function preferRedundancy(transceiver: RTCRtpTransceiver): void {
  const { codecs = [] } = RTCRtpReceiver.getCapabilities("audio") ?? {};
  try {
    transceiver.setCodecPreferences(redundantFirst(codecs));
  } catch {
    // The browser's own order holds then.
  }
}

/**
 * Says in every section with Opus that we make use of forward error correction (RFC 7587, `useinbandfec`), which lets the
 * sender add it. Browsers say so by themselves today; a call should not depend on that.
 */
export function withErrorCorrection(sdp: string): string {
  const [session = [], ...sections] = splitSections(sdp.split("\r\n"));
  return [session, ...sections.map(correcting)].flat().join("\r\n");
}

function correcting(section: readonly string[]): readonly string[] {
  const opus = section.map((line) => /^a=rtpmap:(\d+) opus\/48000\/2$/i.exec(line)?.[1]).find((found) => found);
  if (!opus) return section;
  const prefix = `a=fmtp:${opus} `;
  if (!section.some((line) => line.startsWith(prefix))) {
    const rtpmap = section.findIndex((line) => line.startsWith(`a=rtpmap:${opus} `));
    return section.toSpliced(rtpmap + 1, 0, `${prefix}useinbandfec=1`);
  }
  return section.map((line) => (line.startsWith(prefix) ? prefix + withFec(line.slice(prefix.length)) : line));
}

function withFec(parameters: string): string {
  const kept = parameters.split(";").map((part) => part.trim());
  return [...kept.filter((part) => part && !part.startsWith("useinbandfec=")), "useinbandfec=1"].join(";");
}
