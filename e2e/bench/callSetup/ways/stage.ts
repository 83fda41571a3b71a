/** What a page shows and has opened, for as long as a call lasts. */
export interface Stage {
  /** Opens camera and microphone. */
  open(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /** Plays a remote track; again for the same one does nothing. */
  play(track: MediaStreamTrack): void;
  /** Stops what was opened and takes away what was shown. */
  clear(): void;
}

export function createStage(): Stage {
  let opened: MediaStream | null = null;
  const elements = new Map<string, HTMLMediaElement>();
  return {
    async open(constraints) {
      opened = await navigator.mediaDevices.getUserMedia(constraints);
      return opened;
    },
    play(track) {
      if (elements.has(track.id)) return;
      const element = document.createElement(track.kind === "video" ? "video" : "audio");
      element.autoplay = true;
      element.srcObject = new MediaStream([track]);
      elements.set(track.id, element);
      document.body.append(element);
    },
    clear() {
      for (const track of opened?.getTracks() ?? []) track.stop();
      opened = null;
      for (const element of elements.values()) {
        element.srcObject = null;
        element.remove();
      }
      elements.clear();
    },
  };
}
