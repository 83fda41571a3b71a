/**
 * Does listing sources open the desktop portal's dialog? Wayland lets no program see other windows by itself; Chromium
 * asks the portal there, and an X11 session never does.
 */
export function opensPortal(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform !== "linux") return false;
  return env.XDG_SESSION_TYPE === "wayland" || Boolean(env.WAYLAND_DISPLAY);
}
