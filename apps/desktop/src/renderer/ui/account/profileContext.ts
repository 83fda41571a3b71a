import type { Outcome } from "../appContext";

/** What others see of oneself. */
export interface ProfileIntents {
  changeName(name: string): Promise<Outcome>;
  /** @param file a JPEG, PNG, WebP or GIF of at most `MAX_PICTURE_BYTES` */
  changePicture(file: Uint8Array<ArrayBuffer>): Promise<Outcome>;
  removePicture(): Promise<Outcome>;
}
