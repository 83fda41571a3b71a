/** Words of looking at what the other shows. */
export const shareView = {
  controls: "View of the share",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  percent: (zoom: number) => `${Math.round(zoom * 100)}%`,
  fit: "Fit to view",
  fitShort: "Fit",
  original: "Original size (1:1)",
  originalShort: "1:1",
  fullScreen: "Full screen",
  leaveFullScreen: "Leave full screen",
  popOut: "Own window, always on top",
  popOutRefused: "Your browser did not allow a window of its own.",
  isOut: "The share is in a window of its own, always on top.",
  bringBack: "Bring it back",
  size: "Size of the share",
  /** Read out after the size changed. */
  sizes: {
    fit: "Fits the view",
    original: "Original size",
    free: (percent: string) => `Zoom ${percent}`,
  },
  muteSound: "Mute the share",
  unmuteSound: "Unmute the share",
};
