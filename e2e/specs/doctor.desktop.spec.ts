import { desktopMissing, expect, signUp, test } from "../fixtures/desktopTest";
import { DoctorPage, type DoctorReport } from "../pages/doctorPage";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

test("R39: the desktop app checks the connection, opens the devices for it alone, and copies the report", async ({
  newDesktop,
}) => {
  const ada = await newDesktop("Ada Byron");
  await signUp(ada);
  await ada.people.openSettings();
  await ada.settings.checkConnection.click();
  const doctor = new DoctorPage(ada.page);
  await doctor.says(/^Your server names neither STUN nor TURN/);
  for (const device of ["Microphone", "Camera"] as const)
    await expect(doctor.line(device)).toContainText(/Works · \d+ ms/);
  await doctor.button("Copy report").click();
  await expect(doctor.button("Copied")).toBeVisible();
  const copied = await ada.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(JSON.parse(copied) as DoctorReport).toMatchObject({ platform: "desktop", verdict: { key: "nothingSetUp" } });
  const again = await ada.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => "granted",
      (error: DOMException) => error.name,
    ),
  );
  expect(again, "when the check is over nothing may be opened").toBe("NotAllowedError");
});
