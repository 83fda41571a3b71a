import { readFileSync } from "node:fs";
import type { ElectronApplication } from "@playwright/test";
import { desktopMissing, expect, test } from "../fixtures/desktopTest";
import { voiceCall } from "../fixtures/talking";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

test("R32: every page runs sandboxed, isolated and without Node, with Chromium's own sandbox on", async ({
  newDesktop,
}) => {
  const { app, page } = await newDesktop("Ada Byron");
  const preferences = await app.evaluate(({ webContents }) =>
    // Electron's types leave this method out.
    webContents
      .getAllWebContents()
      .map((contents) => (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  expect(preferences[0]).not.toMatchObject({ nodeIntegrationInWorker: true });
  expect(await app.evaluate(() => process.argv.includes("--no-sandbox"))).toBe(false);
  const renderer = await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId());
  // 2 is SECCOMP_MODE_FILTER (proc(5)): the system calls of the page's process are restricted.
  expect(readFileSync(`/proc/${renderer}/status`, "utf8")).toMatch(/^Seccomp:\s+2$/m);
  const names = ["require", "process", "module", "Buffer", "electron", "ipcRenderer"];
  expect(await page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
});

interface Navigation {
  readonly url: string;
  readonly prevented: boolean;
}

/** Asks the page by the main process: Playwright itself would wait for navigations that never come. */
function inPage<T>(app: ElectronApplication, code: string): Promise<T> {
  return app.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
    code,
  ) as Promise<T>;
}

const append = (name: string, attributes: string) =>
  `{ const element = Object.assign(document.createElement("${name}"), ${attributes}); document.body.append(element);`;

test("R33: no link, script, refresh, form, frame or new window leads away from the app", async ({
  newDesktop,
  server,
}) => {
  const { app, welcome, page } = await newDesktop("Ada Byron", { mayViolatePolicy: true });
  await welcome.shown();
  const start = page.url();
  await app.evaluate(({ BrowserWindow }) => {
    const navigations: Navigation[] = [];
    Object.assign(globalThis, { navigations });
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.on("will-frame-navigate", (event) => {
      navigations.push({ url: event.url, prevented: event.defaultPrevented });
    });
    contents?.on("did-frame-navigate", (_event, url) => navigations.push({ url, prevented: false }));
  });
  const navigations = () => app.evaluate(() => (globalThis as unknown as { navigations: Navigation[] }).navigations);
  const elsewhere = `${server.origin}/`;

  const leaving = [
    `${append("a", `{ href: "${elsewhere}" }`)} element.click(); }`,
    `location.assign("${elsewhere}")`,
    append("meta", `{ httpEquiv: "refresh", content: "0;url=${elsewhere}" }`) + "}",
  ];
  for (const [index, code] of leaving.entries()) {
    await inPage(app, `${code}; undefined`);
    await expect.poll(navigations).toHaveLength(index + 1);
  }
  expect(await navigations()).toEqual(leaving.map(() => ({ url: elsewhere, prevented: true })));

  const refusedByPolicy = [
    `${append("form", `{ action: "${elsewhere}" }`)} element.submit(); }`,
    append("iframe", `{ src: "${elsewhere}" }`) + "}",
  ];
  for (const code of refusedByPolicy) {
    const directive = inPage<string>(
      app,
      `new Promise((resolve) => {
        addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective), { once: true });
        ${code}
      })`,
    );
    expect(["form-action", "frame-src"]).toContain(await directive);
  }

  const targets = [elsewhere, "https://example.org/", "file:///etc/passwd", "javascript:alert(1)", "about:blank"];
  const opened = `${JSON.stringify(targets)}.map((target) => window.open(target)).filter((one) => one !== null).length`;
  expect(await inPage<number>(app, opened)).toBe(0);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()))).toEqual([
    start,
  ]);
  expect(await inPage<string>(app, "document.body.innerText")).toContain("Log in");
});

test("R38: the interface comes by a scheme of its own under a policy that allows one server and no inline code", async ({
  newDesktop,
  server,
}) => {
  const { page } = await newDesktop("Ada Byron", { mayViolatePolicy: true });
  expect(page.url()).toMatch(/^app:\/\/sightline\//);
  const policy = await page.evaluate(async (url) => {
    const violation = new Promise<string>((resolve) => {
      addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective), { once: true });
    });
    const script = document.createElement("script");
    script.textContent = "window.inlineRan = true";
    document.body.append(script);
    const refused = await violation;
    const elsewhere = await fetch("https://example.org/").then(
      () => "reached",
      () => "refused",
    );
    const ours = await fetch(`${url}/api/server`).then((answer) => answer.status);
    return { refused, ran: "inlineRan" in window, elsewhere, ours };
  }, server.origin);
  expect(policy).toEqual({ refused: "script-src-elem", ran: false, elsewhere: "refused", ours: 200 });
});

test("R39: nothing is permitted outside a call, and never what a call does not need", async ({ newDesktop }) => {
  const { page, welcome } = await newDesktop("Ada Byron");
  await welcome.shown();
  const answers = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        () => "granted",
        (error: DOMException) => error.name,
      );
    const names = ["geolocation", "midi", "clipboard-read", "camera", "microphone", "persistent-storage"] as const;
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => `${name} ${state}`),
      ),
    );
    const position = new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve("granted"),
        ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? "denied" : `code ${code}`),
      );
    });
    return {
      states: states.filter((state) => state.endsWith("granted")),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      position: await position,
    };
  });
  expect(answers).toEqual({
    states: [],
    camera: "NotAllowedError",
    microphone: "NotAllowedError",
    position: "denied",
  });
});

test("R39: in a call the screen stays closed until something was picked", async ({ desktopPair }) => {
  const [ada, grace] = await desktopPair();
  await voiceCall(ada, grace);
  await ada.page.evaluate(() => {
    const outcome = new Promise((resolve) => {
      addEventListener(
        "click",
        () =>
          void navigator.mediaDevices.getDisplayMedia({ video: true }).then(
            () => resolve("shared"),
            () => resolve("refused"),
          ),
        { once: true },
      );
    });
    Object.assign(window, { captureOutcome: outcome });
  });
  await ada.call.press("Mute");
  const outcome = await ada.page.evaluate(
    () => (window as unknown as { captureOutcome: Promise<string> }).captureOutcome,
  );
  expect(outcome).toBe("refused");
});

test("R40: the bridge is the one typed object and refuses what does not fit", async ({ newDesktop }) => {
  const { page, welcome } = await newDesktop("Ada Byron");
  await welcome.shown();
  const bridge = await page.evaluate(async () => {
    const { sightline } = window as unknown as { sightline: Record<string, Record<string, unknown>> };
    const tried = async (group: string, method: string, ...args: unknown[]) => {
      const run = sightline[group]?.[method] as (...args: unknown[]) => Promise<unknown>;
      return run(...args).then(
        (value) => JSON.stringify(value),
        () => "refused",
      );
    };
    return {
      groups: Object.keys(sightline).toSorted(),
      frozen: !Reflect.set(sightline, "sharing", {}),
      badSource: await tried("sharing", "arm", { sourceId: "window:1:0; rm", audio: "app" }),
      notOffered: await tried("sharing", "arm", { sourceId: "window:1:0", audio: "none" }),
      badActivity: await tried("calls", "setActivity", { phase: "anything" }),
      badToken: await tried("session", "save", { token: "x" }),
      badAddress: await tried("server", "setAddress", "javascript:alert(1)"),
      insecure: await tried("server", "setAddress", "http://example.org"),
    };
  });
  expect(bridge).toEqual({
    groups: ["calls", "info", "links", "server", "session", "sharing", "system"],
    frozen: true,
    badSource: "refused",
    notOffered: '{"ok":false}',
    badActivity: "refused",
    badToken: "refused",
    badAddress: '{"ok":false,"reason":"invalid"}',
    insecure: '{"ok":false,"reason":"insecure"}',
  });
});
