import type { App } from "electron";

const FEATURE = "disable-features";

/**
 * Before a page may open devices Chromium puts names in the place of its local addresses
 * (draft-ietf-mmusic-mdns-ice-candidates), which many networks do not resolve: a call within one office would not connect while
 * it rings. Only contacts ring, and the person chooses whether to connect with them early. Must be called before the app is ready.
 */
export function connectByAddress({ commandLine }: Pick<App, "commandLine">): void {
  const given = commandLine.getSwitchValue(FEATURE);
  commandLine.appendSwitch(FEATURE, given ? `${given},WebRtcHideLocalIpsWithMdns` : "WebRtcHideLocalIpsWithMdns");
}
