import type { IceServer } from "@sightline/protocol";
import { endsOf, rows } from "./statsRows";

/**
 * Gives a connection new STUN and TURN servers (https://www.w3.org/TR/webrtc/#dom-rtcpeerconnection-setconfiguration): they
 * are used by the next ICE restart. One is asked for only while the path is relayed, at whichever end: the other end may
 * just be moving it, to an allocation that we made with the credentials that are about to expire. The old path carries the
 * call until the new one works.
 */
export async function renewServers(
  pc: RTCPeerConnection,
  servers: readonly IceServer[],
  restartIce: () => void,
): Promise<void> {
  try {
    pc.setConfiguration({ ...pc.getConfiguration(), iceServers: [...servers] });
  } catch {
    // Closed meanwhile, or addresses the browser cannot read: what it has goes on.
    return;
  }
  if (endsOf(rows(await pc.getStats()))?.relayed) restartIce();
}
