import { join } from "node:path";
import { app, ipcMain, powerMonitor, safeStorage, session } from "electron";
import type { InfoChannel } from "../shared/bridge";
import type { DesktopApi } from "../shared/desktopApi";
import { declareAppScheme, serveInterface } from "./appProtocol";
import { createBridgeHandlers } from "./bridgeHandlers";
import { createActivityTracker } from "./callActivity";
import { createArmedShareStore } from "./capture/armedShare";
import { opensPortal } from "./capture/portal";
import { createWindowWatch } from "./capture/createWindowWatch";
import { createSharedTracker } from "./capture/sharedSource";
import { setUpSharing } from "./capture/setUpSharing";
import { collectLinks } from "./deepLinks";
import { watchInput } from "./inputWatch";
import { answerSync, registerBridge } from "./ipc";
import { setMenu } from "./menu";
import { openOutside } from "./openOutside";
import { connectByAddress } from "./peerAddresses";
import { resetWhenPageGoes } from "./pageLife";
import { bringToFront, createRing } from "./ring";
import { guardPermissions, lockNavigation } from "./security";
import { loadServerAddress } from "./serverAddress";
import { setUpOverlay } from "./overlay/setUpOverlay";
import { createSessionStore } from "./sessionStore";
import { setUpShareControl } from "./shareControl/setUpShareControl";
import { createSleepBlocker } from "./sleepBlocker";
import { privacyPage } from "./systemSettings";
import { createTellPage } from "./tellPage";
import { askBeforeClosing, loadInterface, openWindow } from "./window";

const built = join(import.meta.dirname, "..");
const infoChannel: InfoChannel = "info";

async function start(): Promise<void> {
  const userData = app.getPath("userData");
  const server = await loadServerAddress(join(userData, "settings.json"), process.env.SIGHTLINE_SERVER_ADDRESS);
  const activity = createActivityTracker();
  const isInCall = () => activity.current().phase === "inCall";
  const armed = createArmedShareStore(() => performance.now());

  const shared = createSharedTracker(isInCall);

  serveInterface(join(built, "renderer"), server.current);
  lockNavigation(server.current);
  guardPermissions(session.defaultSession, { phase: () => activity.current().phase, shareArmed: armed.isArmed });
  setMenu(process.platform, app.isPackaged);

  const window = await openWindow(join(built, "preload/index.cjs"), join(userData, "window.json"));
  let isQuitting = false;
  app.on("before-quit", () => {
    isQuitting = true;
  });
  askBeforeClosing(window, isInCall, () => isQuitting);
  app.on("second-instance", () => bringToFront(window));
  resetWhenPageGoes(window, activity, armed);
  connectLinks(window);
  activity.onChange(shared.endWithCall);

  const watch = createWindowWatch();
  const overlay = setUpOverlay({ preload: join(built, "preload/overlay.cjs"), shared, watch, window });

  const tell = createTellPage(window);
  activity.onChange(createRing(window, (action) => tell("calls:ringAction", action)));
  activity.onChange(createSleepBlocker());
  powerMonitor.on("resume", () => tell("system:wake", null));
  const input = watchInput(powerMonitor, (now) => tell("system:input", now));
  window.webContents.on("did-finish-load", input.tellAgain);

  const sharing = setUpSharing({ session: session.defaultSession, activity, armed, tell });
  setUpShareControl({ window, shared, watch, titleOf: sharing.titleOf, tell });

  answerSync(ipcMain, infoChannel, () => info(server.current()));
  registerBridge(
    ipcMain,
    createBridgeHandlers({
      session: createSessionStore({
        file: join(userData, "session.json"),
        platform: process.platform,
        keyStore: safeStorage,
        serverAddress: server.current,
      }),
      server,
      activity,
      sharing,
      shared,
      overlay,
      reloadPage: () => loadInterface(window),
      openPrivacySettings: async (device) => {
        const page = privacyPage(process.platform, device);
        return page !== null && openOutside(page, server.current());
      },
    }),
  );
  loadInterface(window);
}

function info(serverAddress: string): DesktopApi["info"] {
  return {
    version: app.getVersion(),
    platform: process.platform as DesktopApi["info"]["platform"],
    serverAddress,
    sourcesCanRefresh: !opensPortal(process.platform, process.env),
  };
}

declareAppScheme();
connectByAddress(app);
const connectLinks = collectLinks(app, process.argv.slice(1));
app.enableSandbox();
app.on("window-all-closed", () => app.quit());

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      app.exit(1);
    });
} else {
  app.quit();
}
