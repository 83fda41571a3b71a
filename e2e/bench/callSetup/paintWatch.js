// Init script: when the next click happened and when the first frame of a remote camera after it was painted, both in ms
// since 1970. One clock serves all pages of a machine.
(() => {
  if (window.firstFrame) return;
  const now = () => performance.timeOrigin + performance.now();

  /** A black picture is no camera's: something stood in for it. Looked at after the moment was read. */
  function isBlack(video) {
    const canvas = new OffscreenCanvas(8, 8);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return data.every((value, index) => index % 4 === 3 || value < 40);
  }

  window.firstFrame = {
    /** Resolves with the moment the next frame is painted in an element that matches `selector`, which shows none yet. */
    arm(selector) {
      this.clickedAt = new Promise((resolve) => {
        addEventListener("click", () => resolve(now()), { capture: true, once: true });
      });
      this.paintedAt = new Promise((resolve) => {
        const look = () => {
          const video = document.querySelector(selector);
          if (!video?.checkVisibility({ visibilityProperty: true })) return;
          observer.disconnect();
          // The element may have decoded its first frame while it was still hidden: then it is painted with the next frame
          // of the page.
          const painted = () => {
            const moment = now();
            if (isBlack(video)) video.requestVideoFrameCallback(painted);
            else resolve(moment);
          };
          if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) requestAnimationFrame(painted);
          else video.requestVideoFrameCallback(painted);
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        look();
      });
    },
  };
})();
