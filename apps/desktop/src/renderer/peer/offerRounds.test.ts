import { expect, test } from "vitest";
import { answerTo, isLate } from "./offerRounds";

const offer = (round: string) => `v=0\r\ns=-\r\nm=audio 9\r\na=ice-ufrag:${round}\r\na=ice-pwd:x\r\n`;

test("an answer names the offer it is for, and is late for any other", () => {
  const answer = answerTo(offer("aB+/"), "v=0 answer");
  expect(answer).toEqual({ type: "answer", sdp: "v=0 answer", answers: "aB+/" });
  expect(isLate(answer, offer("aB+/"))).toBe(false);
  expect(isLate(answer, offer("later"))).toBe(true);
  expect(isLate(answer, undefined)).toBe(true);
});

test("older clients do not say, and are believed", () => {
  expect(isLate({ type: "answer", sdp: "v=0" }, offer("any"))).toBe(false);
  expect(answerTo("v=0 without", "v=0")).toEqual({ type: "answer", sdp: "v=0" });
});
