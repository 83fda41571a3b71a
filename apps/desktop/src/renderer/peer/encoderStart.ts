/** A track one fills with pictures, in Chromium alone (https://github.com/w3c/mediacapture-transform). */
type Generator = new (init: { kind: "video" }) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> };

/** What a camera is asked for: at this size the encoder need not begin again. */
const [WIDTH, HEIGHT] = [1280, 720];
/** The camera waits no longer than this for the black picture to be taken, ms; that usually takes one or two. */
const FILL_MS = 50;

/**
 * Puts the tracks of a camera into its sender, whose encoder it makes ready with one black picture before the first of them.
 * libwebrtc makes an encoder with the first picture it gets and throws that away, because the new encoder has no bitrate yet
 * (`EncoderPaused` in its video_stream_encoder.cc): of a camera, this costs the time between two pictures.
 */
export interface EncoderStart {
  /** A camera is being opened, to be sent at once. */
  expect(opening: Promise<unknown>): void;
  /** What is sent from now on; null: nothing. */
  send(track: MediaStreamTrack | null): void;
}

export interface EncoderStartOptions {
  /** Undefined while the connection has none. */
  readonly sender: () => RTCRtpSender | undefined;
  /** Could pictures leave right now? On the way to a connection the encoder has all the time it needs. */
  readonly connected: () => boolean;
}

export function createEncoderStart({ sender: senderOf, connected }: EncoderStartOptions): EncoderStart {
  let track: MediaStreamTrack | null = null;
  let ready: Promise<void> | null = null;
  let filler: MediaStreamTrack | null = null;

  const replace = async () => {
    // Refused only for a closed connection or a track of the wrong kind; neither leaves anything to do.
    await senderOf()
      ?.replaceTrack(track)
      .catch(() => {});
    filler?.stop();
  };

  async function fill(sender: RTCRtpSender): Promise<void> {
    const { MediaStreamTrackGenerator } = globalThis as { MediaStreamTrackGenerator?: Generator };
    if (!MediaStreamTrackGenerator) return;
    const generator = new MediaStreamTrackGenerator({ kind: "video" });
    filler = generator;
    await sender.replaceTrack(generator);
    const taken = generator.writable.getWriter().write(blackPicture());
    await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, FILL_MS))]);
  }

  /** Once in a connection; without it all goes on, a little later. */
  function start(): Promise<void> {
    const sender = senderOf();
    if (!sender) return Promise.resolve();
    ready ??= connected() ? fill(sender).catch(() => {}) : Promise.resolve();
    return ready;
  }

  return {
    expect(opening) {
      // One that cannot be opened leaves nothing in its place.
      void Promise.all([start(), opening]).then(() => (track ? undefined : replace()));
    },
    send(next) {
      track = next;
      if (next) void start().then(replace);
      else void replace();
    },
  };
}

function blackPicture(): VideoFrame {
  // I420: a byte of brightness for each pixel, then two of colour for every four, of which 128 is none.
  const pixels = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(128, WIDTH * HEIGHT);
  return new VideoFrame(pixels, { format: "I420", codedWidth: WIDTH, codedHeight: HEIGHT, timestamp: 0 });
}
