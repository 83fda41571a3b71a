import type { IceServer } from "@sightline/protocol";

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
  if (await isRelayed(pc)) restartIce();
}

async function isRelayed(pc: RTCPeerConnection): Promise<boolean> {
  const report = await pc.getStats();
  for (const row of report.values()) {
    if (row.type !== "transport" || !row.selectedCandidatePairId) continue;
    const pair = report.get(row.selectedCandidatePairId);
    const ends = [pair?.localCandidateId, pair?.remoteCandidateId];
    if (ends.some((id) => report.get(id)?.candidateType === "relay")) return true;
  }
  return false;
}
