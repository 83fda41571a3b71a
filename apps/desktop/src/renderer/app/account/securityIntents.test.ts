import { expect, it, vi } from "vitest";
import type { Platform } from "../../platform/platform";
import { createServerLink } from "../serverLink";
import type { Session } from "../session";
import { createSecurityIntents } from "./securityIntents";

function intentsWith(value: object) {
  const keepRenewed = vi.fn(async () => {});
  const http = { request: vi.fn(async () => ({ ok: true, value })) };
  return { keepRenewed, intents: createSecurityIntents({ link: { http, keepRenewed } } as unknown as Session) };
}

it("R28 the desktop app goes on with the new token after a change of two-step log-in", async () => {
  const { intents, keepRenewed } = intentsWith({ recoveryCodes: ["AAAA"], token: "new" });
  expect(await intents.confirmTwoFactor("123456")).toEqual({ ok: true, value: ["AAAA"] });
  await intents.endTwoFactor({ password: "p", code: "123456" });
  expect(keepRenewed.mock.calls).toEqual([
    [expect.objectContaining({ token: "new" })],
    [expect.objectContaining({ token: "new" })],
  ]);
});

it("R28 a browser has it in its cookie: no token of ours is forgotten for that", async () => {
  const saveToken = vi.fn(async () => ({ persisted: true }));
  const platform = { serverAddress: "https://calls.example.org", saveToken } as unknown as Platform;
  const callbacks = { onMessage: () => {}, onState: () => {}, inCall: () => false };
  const link = createServerLink({ platform, device: "d", idle: () => false, ...callbacks });
  await link.keepRenewed({});
  expect(saveToken).not.toHaveBeenCalled();
  await link.keepRenewed({ token: "new" });
  expect(saveToken.mock.calls).toEqual([["new"]]);
});
