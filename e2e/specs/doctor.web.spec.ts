import { join } from "node:path";
import { deviceFaultScript } from "../fixtures/deviceFault";
import { livingObjects } from "../fixtures/livingObjects";
import { disclosure } from "../fixtures/peerFacts";
import { befriend, type Person } from "../fixtures/person";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import { type DoctorReport, DoctorPage } from "../pages/doctorPage";
import { voiceCall } from "../fixtures/talking";

const easyNetwork = { path: join(import.meta.dirname, "../fixtures/easyNetwork.js") };

/** STUN and TURN that nobody listens at; the tests stand in for them, or want to see that they are away. */
const turnSettings = {
  ICE_SERVERS: JSON.stringify([
    {
      urls: [
        "stun:127.0.0.1:9",
        "turn:127.0.0.1:9?transport=udp",
        "turn:127.0.0.1:9?transport=tcp",
        "turns:127.0.0.1:9?transport=tcp",
      ],
    },
  ]),
  TURN_SECRET: "a secret that never leaves the server it is for",
};

async function check(person: Person): Promise<DoctorPage> {
  await person.people.openSettings();
  await person.settings.checkConnection.click();
  const doctor = new DoctorPage(person.page);
  await expect(doctor.dialog).toBeVisible();
  return doctor;
}

test("all is well: each part works, the report is copied, every device is given back", async ({
  newPerson,
  serverWith,
}) => {
  const server = await serverWith({ env: turnSettings });
  const context = { permissions: ["camera", "microphone", "clipboard-read", "clipboard-write"] };
  const ada = await newPerson("Ada Byron", { server, context, scripts: [easyNetwork] });
  const doctor = await check(ada);
  await doctor.says("All is well: calls connect from here.");
  for (const name of ["Server", "Live messages", "Direct path (STUN)", "Microphone", "Camera"] as const)
    await expect(doctor.line(name)).toContainText(/Works · \d+ ms/);
  for (const way of ["UDP", "TCP", "TLS"] as const)
    await expect(doctor.line(`Relay by ${way}`)).toContainText(/Works · \d+ ms/);

  const text = await doctor.copiedReport();
  const report = JSON.parse(text) as DoctorReport;
  expect(report).toMatchObject({
    product: "Sightline",
    protocol: 1,
    platform: "browser",
    serverVersion: expect.any(String),
  });
  expect(report.verdict).toEqual({ key: "fine", severity: "fine" });
  expect(report.checks.map(({ outcome }) => outcome)).toEqual(Array<string>(8).fill("fine"));
  expect(text, "R44: neither address nor name").not.toMatch(/127\.0\.0\.1|localhost|Ada|Byron|turn:|stun:/);
  expect(text).not.toContain(ada.username);

  await doctor.button("Check again").click();
  await doctor.says("All is well: calls connect from here.");
  await expect
    .poll(() => livingObjects(ada.page))
    .toMatchObject({ liveTracks: 0, openConnections: 0, audioContexts: 0 });
});

test("names a server without STUN and TURN; by keyboard alone, on every width, in light and dark", async ({
  newPerson,
}) => {
  const ada = await newPerson("Ada Byron");
  await ada.people.openSettings();
  await ada.settings.checkConnection.focus();
  await ada.page.keyboard.press("Enter");
  const doctor = new DoctorPage(ada.page);
  await doctor.says(/Your server names neither STUN nor TURN, so calls work within one network only/);
  await expect(doctor.line("Relay by UDP")).toContainText("Not set up");
  await inspectScreen(ada.page, "doctor-warning");
  await ada.page.keyboard.press("Escape");
  await expect(doctor.dialog).toBeHidden();
  await ada.settings.shown();
});

test("names a server that is away, and finds it again", async ({ newPerson, serverWith }) => {
  const server = await serverWith({});
  const ada = await newPerson("Ada Byron", { server });
  const doctor = await check(ada);
  await doctor.says(/neither STUN nor TURN/);
  await server.stop();
  await doctor.button("Check again").click();
  await doctor.says(/^Your server cannot be reached, so check your network/);
  await expect(doctor.line("Server")).toContainText("No answer");
  await expect(doctor.line("Relay by TLS")).toContainText("Not tried");
  await inspectScreen(ada.page, "doctor-fault");
  await server.start();
  await doctor.button("Check again").click();
  await doctor.says(/neither STUN nor TURN/);
});

test("names a proxy that lets pages through and no WebSocket", async ({ newPerson }) => {
  const ada = await newPerson("Ada Byron");
  await ada.page.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await ada.page.reload();
  const doctor = await check(ada);
  await doctor.says(/Your server answers, but a proxy or firewall holds up its messages/);
});

test("names relays and STUN where nobody is", async ({ newPerson, serverWith }) => {
  const ada = await newPerson("Ada Byron", { server: await serverWith({ env: turnSettings }) });
  const doctor = await check(ada);
  await doctor.says(/^The relay does not run or is closed off|^No relay can be reached/);
});

for (const [fault, words] of [
  ["NotAllowedError", /^Your system keeps the microphone from this app/],
  ["NotFoundError", /^No microphone was found, so plug one in/],
  ["NotReadableError", /^Another program holds your microphone/],
] as const) {
  test(`names a microphone that fails with ${fault}`, async ({ newPerson }) => {
    const ada = await newPerson("Ada Byron", { scripts: [{ content: deviceFaultScript("audio", fault) }] });
    const doctor = await check(ada);
    await doctor.says(words);
    await expect(doctor.line("Camera")).toContainText(/Works/);
  });
}

test("names a microphone that the browser may not open", async ({ newPerson }) => {
  const ada = await newPerson("Ada Byron", { context: { permissions: ["camera"] } });
  const doctor = await check(ada);
  await doctor.says(/^Your microphone is blocked: Allow the microphone with the icon left of the address bar/);
});

test("names a microphone that is switched off: it opens, and nothing but silence comes", async ({ newPerson }) => {
  const silence = `if (navigator.mediaDevices) {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) =>
      wanted.audio ? new AudioContext().createMediaStreamDestination().stream : open(wanted);
  }`;
  const ada = await newPerson("Ada Byron", { scripts: [{ content: silence }] });
  const doctor = await check(ada);
  await doctor.says(/^Only silence comes from your microphone/);
  await expect(doctor.line("Microphone")).toContainText("Silent");
});

test("the clipboard is refused: the report stands there, selected, to be copied by hand", async ({ newPerson }) => {
  const refuse = `navigator.clipboard.writeText = async () => { throw new DOMException("no", "NotAllowedError"); };`;
  const ada = await newPerson("Ada Byron", { scripts: [{ content: `if (navigator.clipboard) ${refuse}` }] });
  const doctor = await check(ada);
  await doctor.says(/neither STUN nor TURN/);
  await doctor.button("Copy report").click();
  await expect(doctor.reportText).toBeFocused();
  const report = JSON.parse(await doctor.reportText.inputValue()) as DoctorReport;
  expect(report.verdict.key).toBe("nothingSetUp");
  await inspectScreen(ada.page, "doctor-report");
});

test("in a call the devices are left to it", async ({ pair }) => {
  const [ada, grace] = await pair();
  await voiceCall(ada, grace);
  const before = await disclosure(ada.page);
  await ada.call.press("Settings");
  await ada.settings.checkConnection.click();
  const doctor = new DoctorPage(ada.page);
  await doctor.says(/neither STUN nor TURN/);
  for (const device of ["Microphone", "Camera"] as const)
    await expect(doctor.line(device)).toContainText("Left to your call");
  expect((await disclosure(ada.page)).userMediaCalls).toBe(before.userMediaCalls);
  await doctor.button("Close").click();
  await ada.settings.close();
  await ada.call.expectConnected();
});

test("a call that failed offers the check, and comes back to its end", async ({ newPerson, serverWith }) => {
  const server = await serverWith({});
  const [ada, grace] = [await newPerson("Ada Byron", { server }), await newPerson("Grace Hopper", { server })];
  await befriend(server, ada, grace);
  await ada.people.select(grace.name);
  await server.stop();
  await ada.people.call(grace.name, "audio");
  await ada.call.expectEnded(/The server cannot be reached/);
  await inspectScreen(ada.page, "ended-check");
  await ada.call.button("Check the connection").click();
  const doctor = new DoctorPage(ada.page);
  await doctor.says(/^Your server cannot be reached/);
  await doctor.button("Close").click();
  await ada.call.expectEnded(/The server cannot be reached/);
  await ada.call.close();
});
