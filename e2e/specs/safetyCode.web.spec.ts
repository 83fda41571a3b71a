import { connectEarly } from "../fixtures/connectEarly";
import { putInTheMiddle } from "../fixtures/middle";
import type { Person } from "../fixtures/person";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";

async function codesOf(caller: Person, callee: Person): Promise<readonly [string, string]> {
  await caller.people.call(callee.name, "audio");
  await callee.call.press("Accept call");
  const codes: string[] = [];
  for (const { call } of [caller, callee]) {
    await call.expectConnected();
    await call.quality.click();
    await expect(call.safetyCode).toHaveText(/^\d{3}\s\d{3}$/);
    codes.push(await call.safetyCode.innerText());
  }
  return [codes[0] ?? "", codes[1] ?? ""];
}

test("R6 both see one safety code of six digits, on a call that connected while it rang and on one that did not", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  const early = await codesOf(ada, grace);
  expect(early[0]).toBe(early[1]);
  await inspectScreen(ada.page, "call-safety-code");
  await ada.call.press("Hang up");
  for (const { call } of [ada, grace]) await call.close();
  await connectEarly(grace, false);
  const late = await codesOf(ada, grace);
  expect(late[0]).toBe(late[1]);
  expect(late[0], "each call has its own").not.toBe(early[0]);
});

test("F24 R6 a server that puts itself in the middle connects both to itself, and their codes differ", async ({
  pair,
  server,
}) => {
  const [ada, grace] = await pair();
  const middle = await grace.context.newPage();
  await middle.goto(`${server.origin}/healthz`);
  await putInTheMiddle(ada.page, middle);
  await ada.page.reload();
  await ada.people.shown();
  const [one, other] = await codesOf(ada, grace);
  expect(one).not.toBe(other);
});
