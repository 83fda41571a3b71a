import type { ShareCodec } from "./sharePreset";

interface NamedCodec {
  /** e.g. `video/AV1`; the case of the name is not defined. */
  readonly mimeType: string;
}

const nameOf = ({ mimeType }: NamedCodec) => mimeType.slice(mimeType.indexOf("/") + 1).toUpperCase();

/**
 * The same codecs, those of `order` first. What is not in it (retransmission, redundancy, other codecs) keeps its
 * place behind: leaving it out would turn it off (https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiver-setcodecpreferences).
 */
export function inOrder<C extends NamedCodec>(codecs: readonly C[], order: readonly ShareCodec[]): C[] {
  const rank = (codec: C) => {
    const found = order.findIndex((name) => name === nameOf(codec));
    return found === -1 ? order.length : found;
  };
  return codecs.toSorted((one, other) => rank(one) - rank(other));
}

/** The codec to send: the first of `order` that was negotiated and that this machine can encode. */
export function codecToSend<C extends NamedCodec>(
  negotiated: readonly C[],
  encodable: readonly NamedCodec[],
  order: readonly ShareCodec[],
): C | null {
  const names = new Set(encodable.map(nameOf));
  for (const name of order) {
    const found = negotiated.find((codec) => nameOf(codec) === name);
    if (found && names.has(name)) return found;
  }
  return null;
}
