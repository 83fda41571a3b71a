const AGAIN_MS = 1_000;
/** A new picture is large: not two of them when the other side asks for one just as we have noticed by ourselves, ms. */
const APART_MS = 500;

/** Makes all these senders begin anew when asked to, and once more: the other direction may open a little later than ours. */
export function createPictureRenewal(senders: () => readonly (RTCRtpSender | undefined)[]): () => void {
  let renewedAt = Number.NEGATIVE_INFINITY;
  const send = () => {
    for (const sender of senders()) if (sender?.track) void sendKeyFrame(sender);
  };
  return () => {
    if (performance.now() - renewedAt < APART_MS) return;
    renewedAt = performance.now();
    send();
    setTimeout(send, AGAIN_MS);
  };
}

/**
 * Makes the encoder begin anew (https://w3c.github.io/webrtc-extensions/#rtcrtpsender-setparameters-keyframe). A receiver that
 * lost packets asks for that itself, but every three seconds only, and its picture stands still until then. Browsers that do
 * not know the option change nothing.
 */
async function sendKeyFrame(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters();
  const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }));
  if (encodingOptions.length === 0) return;
  // Refused while other parameters are being set: the receiver asks in its own time then.
  await sender.setParameters(parameters, { encodingOptions }).catch(() => {});
}
