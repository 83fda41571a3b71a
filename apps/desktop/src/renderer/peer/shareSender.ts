import { createSerialQueue } from "./serialQueue";
import { codecToSend, inOrder } from "./shareCodec";
import { type ShareStyle, shareProfiles } from "./sharePreset";

/** Parameters that browsers know and TypeScript's library does not yet. */
type Encoding = RTCRtpEncodingParameters & { codec?: RTCRtpCodec };

/** The slot of the shared picture: which codec it is sent with, and within which limits. */
export interface ShareSender {
  /** Before the first description: every codec is negotiated, those for text first, so that later only the sender changes. */
  prefer(transceiver: RTCRtpTransceiver): void;
  /** The codec and the limits of a style, at once where it is negotiated; renegotiates nothing. */
  setStyle(style: ShareStyle): void;
  /** The first description of the other side is applied: now the sender takes parameters. */
  apply(): void;
}

export function createShareSender(senderOf: () => RTCRtpSender | undefined): ShareSender {
  // One change of a sender's parameters at a time, or the browser refuses the second.
  const queue = createSerialQueue(() => {});
  let style: ShareStyle = "text";
  let negotiated = false;

  const apply = () =>
    queue.add(async () => {
      const sender = senderOf();
      if (!sender || !negotiated) return;
      // A browser that cannot choose the codec per encoding sends the first one both sides have.
      await setProfile(sender, style, true).catch(() => setProfile(sender, style, false));
    });

  return {
    prefer(transceiver) {
      const { codecs = [] } = RTCRtpReceiver.getCapabilities("video") ?? {};
      try {
        transceiver.setCodecPreferences(inOrder(codecs, shareProfiles.text.codecs));
      } catch {
        // The browser's own order holds then.
      }
    },
    setStyle(wanted) {
      if (wanted === style) return;
      style = wanted;
      apply();
    },
    apply() {
      negotiated = true;
      apply();
    },
  };
}

async function setProfile(sender: RTCRtpSender, style: ShareStyle, withCodec: boolean): Promise<void> {
  const { maxBitrate, frameRate, degradation, codecs } = shareProfiles[style];
  const parameters = sender.getParameters();
  const encodings: Encoding[] = parameters.encodings;
  const encodable = RTCRtpSender.getCapabilities("video")?.codecs ?? [];
  const codec = withCodec ? codecToSend(parameters.codecs, encodable, codecs) : null;
  for (const encoding of encodings) {
    Object.assign(encoding, { maxBitrate, maxFramerate: frameRate, priority: "medium" });
    if (codec) encoding.codec = codec;
    else delete encoding.codec;
  }
  parameters.degradationPreference = degradation;
  if (encodings.length > 0) await sender.setParameters(parameters);
}
