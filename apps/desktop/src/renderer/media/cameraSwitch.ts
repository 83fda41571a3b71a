import type { CameraRequest, Capture, Captured, Facing } from "./capture";

interface CameraSettings {
  readonly deviceId?: string;
  readonly facingMode?: string;
}

const opposite: Record<Facing, Facing> = { user: "environment", environment: "user" };

/** Which cameras "the other one" may mean, best first. Phones say which way a camera looks, computers do not. */
export function otherCameras(now: CameraSettings, cameras: readonly { readonly deviceId: string }[]): CameraRequest[] {
  const requests: CameraRequest[] = [];
  const facing = now.facingMode === "user" || now.facingMode === "environment" ? opposite[now.facingMode] : null;
  if (facing) requests.push({ deviceId: null, facing: { value: facing, exact: true } });
  const next = cameras[(cameras.findIndex(({ deviceId }) => deviceId === now.deviceId) + 1) % cameras.length];
  if (next && next.deviceId !== now.deviceId) requests.push({ deviceId: next.deviceId });
  else if (facing) requests.push({ deviceId: null, facing: { value: facing, exact: false } });
  return requests;
}

export interface Replacement {
  readonly captured: Captured<MediaStreamTrack>;
  /** The old camera is back, none of the others could be had. */
  readonly reopened: boolean;
}

/**
 * Closes the old camera, then opens the first of `requests` that can be had, else the old one again. In this order,
 * because many phones open no camera while another is open.
 * @param release stops what else uses the old one
 */
export async function replaceCamera(
  capture: Pick<Capture, "openCamera">,
  old: MediaStreamTrack,
  requests: readonly CameraRequest[],
  release: () => void,
): Promise<Replacement> {
  const { deviceId = null, facingMode } = old.getSettings();
  if (requests.length === 0) return { captured: { ok: true, value: old }, reopened: true };
  old.stop();
  release();
  for (const request of requests) {
    const captured = await capture.openCamera(request);
    if (captured.ok) return { captured, reopened: false };
  }
  const facing = facingMode === "environment" ? ({ value: "environment", exact: false } as const) : undefined;
  return { captured: await capture.openCamera({ deviceId: deviceId || null, facing }), reopened: true };
}
