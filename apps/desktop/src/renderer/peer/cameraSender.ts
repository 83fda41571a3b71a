import { createEncoderStart, type EncoderStart, type EncoderStartOptions } from "./encoderStart";
import { applyEncoding } from "./encodings";
import { type Report, rows } from "./statsRows";

/** How often the sender is asked how it gets on, ms. */
const LOOK_MS = 150;
/** From here on, bit/s, libwebrtc encodes pictures of any size. */
const ENOUGH_BPS = 500_000;
/** No longer small than this after the first picture, ms: on a poor line the encoder finds the right size by itself. */
const LONGEST_SMALL_MS = 2_500;

/**
 * The slot of the camera. Its first pictures are small and become full size within a second or so: while a connection has
 * not proved more than the 300 kbit/s it begins with, libwebrtc throws up to four pictures of 720p away before it encodes
 * one (`DropDueToSize` in its video_stream_encoder.cc), and the other side waits 150 to 200 ms longer for the first.
 */
export interface CameraSender extends EncoderStart {
  /** The first description of the other side is applied: now the sender takes parameters. */
  apply(): void;
}

interface Progress {
  /** Pictures encoded so far. */
  readonly frames: number;
  /** What the encoder may use. */
  readonly bitsPerSecond: number;
  /** How long pictures have been going out, ms. */
  readonly framesSentMs: number;
}

/** Not before a picture went out, and then as soon as the line has proved enough. */
export function mayGrow({ frames, bitsPerSecond, framesSentMs }: Progress): boolean {
  return frames > 0 && (bitsPerSecond >= ENOUGH_BPS || framesSentMs >= LONGEST_SMALL_MS);
}

function sentIn(report: Report) {
  const sent = rows(report).find(({ type }) => type === "outbound-rtp");
  // A browser that does not tell what it may send throws no pictures away either.
  return { frames: sent?.framesEncoded ?? 0, bitsPerSecond: sent?.targetBitrate ?? ENOUGH_BPS };
}

export function createCameraSender(options: EncoderStartOptions): CameraSender {
  const { sender: senderOf } = options;
  const encoder = createEncoderStart(options);
  let negotiated = false;
  let sending = false;
  let grown = false;
  let framesSentMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lookSoon = () => {
    clearTimeout(timer);
    if (negotiated && sending && !grown) timer = setTimeout(() => void look(), LOOK_MS);
  };

  async function look(): Promise<void> {
    const sender = senderOf();
    // Refused while other parameters are being set, or when it is closed: the next look tries again, if there is one.
    await grow(sender).catch(() => {});
    lookSoon();
  }

  async function grow(sender: RTCRtpSender | undefined): Promise<void> {
    const report = await sender?.getStats();
    if (!sender || !report) return;
    const { frames, bitsPerSecond } = sentIn(report);
    if (frames > 0) framesSentMs += LOOK_MS;
    if (!mayGrow({ frames, bitsPerSecond, framesSentMs })) return;
    await applyEncoding(sender, "camera");
    grown = true;
  }

  return {
    apply() {
      negotiated = true;
      const sender = senderOf();
      // A browser that knows not all parameters sends within its own limits.
      if (sender) applyEncoding(sender, "cameraAtFirst").catch(() => {});
      lookSoon();
    },
    expect: encoder.expect,
    send(track) {
      encoder.send(track);
      sending = track !== null;
      lookSoon();
    },
  };
}
