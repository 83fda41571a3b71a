// Init script: when the connections of the page got how far, in ms since 1970, since the last `clear()`.
(() => {
  if (window.callStages) return;
  const now = () => performance.timeOrigin + performance.now();
  const stages = {
    /** An answer or any message of the other side. */
    heard: [],
    ice: [],
    dtls: [],
    clear() {
      this.heard = [];
      this.ice = [];
      this.dtls = [];
    },
  };
  window.callStages = stages;

  const listen = (channel) => channel.addEventListener("message", () => stages.heard.push(now()));
  const RealPeer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends RealPeer {
    constructor(...args) {
      super(...args);
      this.addEventListener("datachannel", ({ channel }) => listen(channel));
      this.addEventListener("iceconnectionstatechange", () => {
        if (["connected", "completed"].includes(this.iceConnectionState)) stages.ice.push(now());
      });
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") stages.dtls.push(now());
      });
    }

    createDataChannel(...args) {
      const channel = super.createDataChannel(...args);
      listen(channel);
      return channel;
    }

    setRemoteDescription(...args) {
      if (args[0]?.type === "answer") stages.heard.push(now());
      return super.setRemoteDescription(...args);
    }
  };
})();
