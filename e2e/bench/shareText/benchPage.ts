import { ssim } from "ssim.js";
import { barcodeArea, readBarcode } from "./barcode";
import { type Connection, connectDefault, connectOurs } from "./connections";
import { createScene, type Scene, sceneSize } from "./scene";

export type Arm = "ours" | "default";

export interface Round {
  readonly arm: Arm;
  /** What the editor shows. */
  readonly source: string;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** What one round measured. */
export interface Measured {
  /** From drawing a picture to its presentation at the other end, ms, one per picture that arrived. */
  readonly latencies: readonly number[];
  readonly kilobitsPerSecond: number;
  /** Of pictures as they arrived, enlarged to the size they were drawn at, against what was drawn at their clock. */
  readonly similarities: readonly number[];
  readonly unreadable: number;
  readonly framesPerSecond: number;
  readonly codec: string;
  readonly encoder: string;
  readonly width: number;
  readonly height: number;
}

declare global {
  interface Window {
    measureShare(round: Round): Promise<Measured>;
  }
}

/** What the app asks for. */
const displayMediaOptions = { video: { frameRate: { ideal: 30 } } } as const;

const KEEP_EVERY_MS = 900;
/** Where the text is, for the similarity: a quarter of the picture, pixel by pixel. */
const crop = { x: 0, y: 120, width: 960, height: 540 } as const;

const now = () => performance.timeOrigin + performance.now();
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

function canvasOf(width: number, height: number, willReadFrequently: boolean): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d", { willReadFrequently, alpha: false });
  if (!context) throw new Error("no canvas");
  return context;
}

/** The tab that plays the scene, as the arm would ask for it. */
async function captureScene(arm: Arm): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getDisplayMedia(arm === "ours" ? displayMediaOptions : { video: true });
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error("nothing captured");
  return track;
}

/** Reads the clock of every picture that `video` presents, and keeps one now and then. */
function watch(video: HTMLVideoElement) {
  const reader = canvasOf(barcodeArea.width, barcodeArea.height, true);
  const latencies: number[] = [];
  const kept: Promise<ImageBitmap>[] = [];
  let unreadable = 0;
  let keptAt = now();
  let watching = true;
  const look = () => {
    if (!watching) return;
    const at = now();
    const scale = video.videoWidth / sceneSize.width;
    const { x, y, width, height } = barcodeArea;
    reader.drawImage(video, x * scale, y * scale, width * scale, height * scale, 0, 0, width, height);
    const clock = readBarcode(reader.getImageData(0, 0, width, height), at);
    if (clock === null) unreadable += 1;
    else latencies.push(at - clock);
    if (at - keptAt > KEEP_EVERY_MS) {
      keptAt = at;
      kept.push(createImageBitmap(video));
    }
    video.requestVideoFrameCallback(look);
  };
  video.requestVideoFrameCallback(look);
  return {
    async stop() {
      watching = false;
      return { latencies, unreadable, kept: await Promise.all(kept) };
    },
  };
}

/** Draws again what was shown at the clock of each picture. */
function compare(scene: Scene, pictures: readonly ImageBitmap[]): number[] {
  const arrived = canvasOf(sceneSize.width, sceneSize.height, true);
  const drawn = canvasOf(sceneSize.width, sceneSize.height, true);
  const cropOf = (from: CanvasRenderingContext2D) => from.getImageData(crop.x, crop.y, crop.width, crop.height);
  const found: number[] = [];
  for (const picture of pictures) {
    arrived.drawImage(picture, 0, 0, sceneSize.width, sceneSize.height);
    const { x, y, width, height } = barcodeArea;
    const clock = readBarcode(arrived.getImageData(x, y, width, height), now());
    if (clock === null) continue;
    scene.draw(drawn, clock);
    // At full size: the library would else halve the pictures first, and with them the blur that matters for text.
    found.push(ssim(cropOf(drawn), cropOf(arrived), { downsample: false }).mssim);
  }
  return found;
}

interface Counters {
  readonly type: string;
  readonly id: string;
  readonly timestamp: number;
  readonly bytesSent: number;
  readonly framesEncoded: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly codecId: string;
  readonly encoderImplementation: string;
  readonly mimeType: string;
}

async function counters(connection: Connection): Promise<Counters> {
  const rows = [...(await connection.sendingStats()).values()] as Counters[];
  const sent = rows.find(({ type }) => type === "outbound-rtp");
  if (!sent) throw new Error("nothing is sent");
  return { ...sent, mimeType: rows.find(({ id }) => id === sent.codecId)?.mimeType ?? "" };
}

window.measureShare = async ({ arm, source, warmUpMs, measureMs }) => {
  const scene = createScene(source);
  const captured = await captureScene(arm);
  const connection = await (arm === "ours" ? connectOurs : connectDefault)(captured);
  const video = document.createElement("video");
  Object.assign(video, { autoplay: true, muted: true, width: 960, srcObject: new MediaStream([connection.received]) });
  document.body.replaceChildren(video);
  await pause(warmUpMs);
  const before = await counters(connection);
  const watcher = watch(video);
  await pause(measureMs);
  const after = await counters(connection);
  const { latencies, unreadable, kept } = await watcher.stop();
  captured.stop();
  connection.close();
  const seconds = (after.timestamp - before.timestamp) / 1000;
  return {
    latencies,
    unreadable,
    similarities: compare(scene, kept),
    kilobitsPerSecond: ((after.bytesSent - before.bytesSent) * 8) / 1000 / seconds,
    framesPerSecond: (after.framesEncoded - before.framesEncoded) / seconds,
    codec: after.mimeType.replace("video/", ""),
    encoder: after.encoderImplementation,
    width: after.frameWidth,
    height: after.frameHeight,
  };
};
