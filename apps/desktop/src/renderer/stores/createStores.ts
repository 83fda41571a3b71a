import { createStore } from "zustand/vanilla";
import { idle } from "../call/callState";
import { viewOf } from "../call/callViewOf";
import type { PickerStore, SettingsStore, ShareSoundStore, Stores } from "../ui/appContext";
import type { RoomsStore } from "../ui/rooms/roomContext";

export const closedPicker: PickerStore = {
  open: false,
  purpose: "start",
  pickedOutside: false,
  kind: "window",
  loading: false,
  trouble: null,
  sources: [],
  selectedId: null,
  audioChoices: [],
  audioPending: false,
  audio: "none",
  soundingApps: [],
  appId: null,
  shared: null,
};

export const quietShare: ShareSoundStore = { level: null, silent: false, altered: false, ended: null };

const emptyRooms: RoomsStore = {
  rooms: [],
  visit: { at: "nowhere" },
  guests: null,
  camera: "off",
  microphone: "off",
  level: null,
};

/** Empty stores. Views read them; each has exactly one writer, in `app/`. */
export function createStores(settings: SettingsStore): Stores {
  return {
    session: createStore(() => ({
      status: "starting" as const,
      me: null,
      connection: "connecting" as const,
      remembered: true,
    })),
    people: createStore(() => ({ loaded: false, contacts: [], calls: [], selectedUserId: null })),
    call: createStore(() => viewOf(idle)),
    devices: createStore(() => ({
      microphones: [],
      cameras: [],
      speakers: [],
      canSwitchCamera: false,
      cameraFacesAway: false,
    })),
    settings: createStore(() => settings),
    picker: createStore(() => closedPicker),
    shareSound: createStore(() => quietShare),
    sharing: createStore(() => ({ stopKey: null })),
    shareQuality: createStore(() => ({ style: "text" as const, sending: null, receiving: null })),
    callQuality: createStore(() => ({ word: null, figures: null })),
    waiting: createStore(() => ({ caller: null, kind: null })),
    ink: createStore(() => ({ mayDraw: false, allowed: true })),
    rooms: createStore(() => emptyRooms),
    notices: createStore(() => ({ notices: [] })),
  };
}
