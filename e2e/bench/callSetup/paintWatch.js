// Init script: when the next click happened and when the first frame of a remote camera after it was painted, both in ms
// since 1970. One clock serves all pages of a machine.
(() => {
  if (window.firstFrame) return;
  const now = () => performance.timeOrigin + performance.now();
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
          if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) requestAnimationFrame(() => resolve(now()));
          else video.requestVideoFrameCallback(() => resolve(now()));
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        look();
      });
    },
  };
})();
