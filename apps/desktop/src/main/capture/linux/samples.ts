/** Two channels of 16 bit. */
const FRAME_BYTES = 4;

/** Cuts a stream of bytes where a frame ends; what is left over waits for the next piece. */
export function wholeFrames(): (bytes: Uint8Array) => Uint8Array {
  let rest: Uint8Array = new Uint8Array(0);
  return (bytes) => {
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    const whole = all.length - (all.length % FRAME_BYTES);
    rest = all.subarray(whole);
    return all.subarray(0, whole);
  };
}
