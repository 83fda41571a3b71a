import { createContext, use } from "react";
import type { PicturePoint, Viewport } from "./viewport";

/** What a press and a drag on the picture mean while it is set, instead of moving the picture. Wheel and two fingers still zoom. */
export interface PictureTool {
  /** CSS cursor over the picture. */
  readonly cursor: string;
  /** The pointer moves with nothing pressed; null when it leaves the picture. Never from a finger. */
  hover?(at: PicturePoint | null): void;
  /** A press on the picture; a press beside it begins nothing. */
  begin(at: PicturePoint): void;
  /** Where it went since, oldest first, at the pointer's own rate; places beside the picture are left out. */
  move(at: readonly PicturePoint[]): void;
  end(): void;
  /** A second finger made a pinch of it: what was begun was not meant. */
  cancel(): void;
}

export interface ShareViewContext {
  /** Where the picture lies in the view that the children are drawn over; null before the first picture. */
  readonly viewport: Viewport | null;
  /** Do the bars over the picture show themselves? */
  readonly shown: boolean;
  /** Sets what a drag does; null moves the picture again. */
  setTool(tool: PictureTool | null): void;
}

const context = createContext<ShareViewContext | null>(null);

export const ShareViewProvider = context.Provider;

/** For what is drawn over the share: its children. */
export function useShareView(): ShareViewContext {
  const view = use(context);
  if (!view) throw new Error("useShareView is called outside ShareView");
  return view;
}
