import { startSoundServer } from "../../fixtures/soundServer";

// What a test's process is to the sound server, so that it can be killed; see soundServer.sound.spec.ts.
const { env } = await startSoundServer();
console.log(env.XDG_RUNTIME_DIR);
setInterval(() => undefined, 60_000);
