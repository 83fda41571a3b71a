/** Words of pointing and drawing on a shared picture. */
export const ink = {
  tools: "Point and draw",
  pointer: "Pointer",
  draw: "Draw",
  allow: "Allow drawing",
};
