import { createStore } from "zustand/vanilla";
import { idle } from "../call/callState";
import { viewOf } from "../call/callViewOf";
import { type CheckName, checkNames, type Progress } from "../doctor/checkUp";
import type { PickerStore, SettingsStore, ShareSoundStore, Stores } from "../ui/appContext";
import type { DoctorStore } from "../ui/doctor/doctorContext";
import type { PeopleStore } from "../ui/people/peopleContext";
import type { RoomsStore } from "../ui/rooms/roomContext";
import { usualServer } from "../ui/session/serverContext";

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

/** Nobody is logged in, or nothing is known yet. */
export const nobody: PeopleStore = {
  loaded: false,
  contacts: [],
  calls: [],
  selectedUserId: null,
  preferences: null,
  quietUntil: null,
  rules: null,
};

const emptyRooms: RoomsStore = {
  rooms: [],
  visit: { at: "nowhere" },
  guests: null,
  camera: "off",
  microphone: "off",
};

export const nothingChecked: DoctorStore = {
  checks: Object.fromEntries(checkNames.map((name) => [name, "waiting"])) as Record<CheckName, Progress>,
  result: null,
};

/** Empty stores. Views read them; each has exactly one writer, in `app/`. */
export function createStores(settings: SettingsStore): Stores {
  return {
    session: createStore(() => ({
      status: "starting" as const,
      me: null,
      codeAsked: false,
      endedHere: false,
      connection: "connecting" as const,
      remembered: true,
    })),
    server: createStore(() => usualServer),
    people: createStore(() => nobody),
    call: createStore(() => viewOf(idle)),
    devices: createStore(() => ({
      microphones: [],
      cameras: [],
      speakers: [],
      systemMicrophone: null,
      systemSpeaker: null,
      canSwitchCamera: false,
      cameraFacesAway: false,
    })),
    voiceLevel: createStore(() => ({ level: null })),
    settings: createStore(() => settings),
    picker: createStore(() => closedPicker),
    shareSound: createStore(() => quietShare),
    sharing: createStore(() => ({ stopKey: null })),
    shareQuality: createStore(() => ({ style: "text" as const, sending: null, receiving: null })),
    callQuality: createStore(() => ({ word: null, figures: null })),
    safetyCode: createStore(() => ({ code: null })),
    waiting: createStore(() => ({ caller: null, kind: null })),
    ink: createStore(() => ({ mayDraw: false, allowed: true })),
    rooms: createStore(() => emptyRooms),
    doctor: createStore(() => nothingChecked),
    mailedLink: createStore(() => ({ link: null })),
    notices: createStore(() => ({ notices: [] })),
  };
}
