import { expect, it, vi } from "vitest";
import type { Session, Sessions } from "../domain/sessions/sessions";
import type { Exchange } from "./handlers";
import { renewSession } from "./startSession";

const rotate = vi.fn(async () => "the new token");
const sessions = { rotate } as unknown as Sessions;
const exchangeWith = (setSessionCookie: (token: string) => void) => ({ setSessionCookie }) as unknown as Exchange;

it("R28 a renewed token goes to the desktop app in the answer, to a browser in its cookie alone", async () => {
  const setCookie = vi.fn();
  const desktop = { client: "desktop" } as Session;
  expect(await renewSession(sessions, desktop, exchangeWith(setCookie))).toEqual({ token: "the new token" });
  expect(rotate).toHaveBeenCalledExactlyOnceWith(desktop);
  expect(setCookie).not.toHaveBeenCalled();
  expect(await renewSession(sessions, { client: "web" } as Session, exchangeWith(setCookie))).toEqual({});
  expect(setCookie).toHaveBeenCalledExactlyOnceWith("the new token");
});
