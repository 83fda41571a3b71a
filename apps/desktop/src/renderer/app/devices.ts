import type { StoreApi } from "zustand/vanilla";
import { listDevices, watchDevices } from "../media/devices";
import type { DevicesStore } from "../ui/appContext";

/** Keeps the list of devices true. Call `refresh` after a permission was given: labels show only then. */
export function followDevices(store: StoreApi<DevicesStore>) {
  const devices = navigator.mediaDevices;
  const refresh = async () => {
    const lists = await listDevices(devices);
    store.setState({ ...lists, canSwitchCamera: lists.cameras.length > 1 });
  };
  watchDevices(devices, () => void refresh());
  void refresh();
  return {
    refresh,
    cameraShown(track: MediaStreamTrack | null) {
      store.setState({ cameraFacesAway: track?.getSettings().facingMode === "environment" });
    },
  };
}
