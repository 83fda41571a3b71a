import fc from "fast-check";

/** Any text at all, of Unicode's whole range. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);
// The tables behind it are made at the first use, in seconds on a busy machine: not while connections are open, which would
// run out meanwhile.
fc.sample(anyText, 50);
