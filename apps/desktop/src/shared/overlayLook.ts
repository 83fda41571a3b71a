import { drawnInk } from "@sightline/protocol";
import { z } from "zod";

/** What the main process tells the page that lies over a shared window; the page answers nothing. */
export const overlayLook = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("frame"),
    paused: z.boolean(),
    /** The window's outline is cut to what is to be seen (X11 without compositing): the page only gives the colours. */
    cutOut: z.boolean(),
  }),
  z.strictObject({ type: z.literal("drawn"), drawn: drawnInk }),
  /** Everything that was drawn vanishes at once. */
  z.strictObject({ type: z.literal("wiped") }),
]);
export type OverlayLook = z.infer<typeof overlayLook>;

/** Width of the frame around what is shared, inside of its edges, DIP. */
export const FRAME_WIDTH = 3;
/** Width of a line of ink, and half the size of the pointer's spot, DIP. */
export const INK_WIDTH = 5;
export const POINTER_RADIUS = 9;

/** The one channel to that page. A type, since the preload may import nothing that runs. */
export type OverlayChannel = "overlay:look";

/** What the overlay's preload gives its page. */
export interface OverlayApi {
  onLook(listener: (look: unknown) => void): void;
}
