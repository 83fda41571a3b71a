import type { Person } from "../../fixtures/person";
import { type DoctorReport, DoctorPage } from "../../pages/doctorPage";
import { internet } from "./addresses";
import type { LabOptions, NetworkLab } from "./networkLab";
import { expect, labMissing, openAtHome, test } from "./networkTest";

const missing = labMissing();
test.skip(missing !== null, missing ?? "");

type NewLab = (options?: LabOptions) => Promise<NetworkLab>;

/** Somebody at home A, in front of the check of the connection. */
async function atTheCheck(newLab: NewLab, options?: LabOptions): Promise<{ lab: NetworkLab; ada: Person }> {
  const lab = await newLab(options);
  const ada = await openAtHome(lab, "a", "Ada Byron");
  // The lab's pages have no https, and a page without it has no clipboard to rely on: the report is read from the dialog.
  await ada.page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  return { lab, ada };
}

/** Checks anew; resolves with what the report says of STUN and of the relay by UDP, TCP and TLS. */
async function check({ people, settings, page }: Person, words: RegExp): Promise<string> {
  await people.openSettings();
  await settings.checkConnection.click();
  const doctor = new DoctorPage(page);
  await doctor.says(words);
  await doctor.button("Copy report").click();
  const text = await doctor.reportText.inputValue();
  expect(text, "R44: no address").not.toMatch(/44\.128|192\.168|\.local/);
  const { verdict, checks } = JSON.parse(text) as DoctorReport;
  await doctor.button("Close").click();
  await settings.close();
  const ways = checks.filter(({ name }) => /^(stun|relay)/.test(name));
  console.log(`${verdict.key}: ${ways.map(({ name, outcome, ms }) => `${name} ${outcome} ${ms ?? "-"}`).join(", ")}`);
  return ways.map(({ outcome }) => outcome).join(" ");
}

/** From now on a house drops what the rule names. */
function wall({ spaces }: NetworkLab, house: string, hook: "input" | "forward", rule: string): void {
  spaces.nft(
    house,
    `table inet wall { chain drops { type filter hook ${hook} priority -1; policy accept; ${rule}; }; }`,
  );
}

const takeDown = ({ spaces }: NetworkLab, house: string) => spaces.nft(house, "delete table inet wall");

test("F11: the check of the connection tells a good network from one that blocks UDP, and from one that blocks all", async ({
  newLab,
}) => {
  const { lab, ada } = await atTheCheck(newLab);
  expect(await check(ada, /^All is well/)).toBe("fine fine fine fine");
  lab.setNat("a", "symmetric");
  expect(await check(ada, /^All is well/)).toBe("fine fine fine fine");
  lab.setNat("a", "udpBlocked");
  expect(await check(ada, /^Your network blocks UDP/)).toBe("unreachable unreachable fine fine");
  lab.setNat("a", "tlsOnly");
  expect(await check(ada, /^Your network blocks UDP/)).toBe("unreachable unreachable unreachable fine");
  wall(lab, "natA", "forward", `ip daddr ${internet.turn[0]} drop`);
  expect(await check(ada, /^No relay can be reached/)).toBe("unreachable unreachable unreachable unreachable");
});

test("the check of the connection names a TURN secret that is not coturn's", async ({ newLab }) => {
  const { ada } = await atTheCheck(newLab, { env: { TURN_SECRET: "another secret than the one that coturn has" } });
  expect(await check(ada, /^The relay refuses your server's password/)).toBe("fine refused refused refused");
});

test("the check of the connection names a relay that is dead, and one whose own ports are shut", async ({ newLab }) => {
  const { lab, ada } = await atTheCheck(newLab);
  wall(lab, "turn", "input", "udp dport 49152-65535 drop");
  expect(await check(ada, /^The relay answers but passes nothing on/)).toBe("fine noPassage noPassage noPassage");
  takeDown(lab, "turn");
  await lab.turn[0]?.kill();
  expect(await check(ada, /^The relay does not run/)).toMatch(/closed closed$/);
  await lab.turn[0]?.start();
  expect(await check(ada, /^All is well/)).toBe("fine fine fine fine");
});

test("the check of the connection names a relay's certificate that no browser takes", async ({ newLab }) => {
  const { ada } = await atTheCheck(newLab, { trust: "none" });
  expect(await check(ada, /^The relay does not work by TLS/)).toBe("fine fine fine closed");
});
