import { useStore } from "zustand";
import type { CallView } from "../../call/callView";
import type { CallQualityStore, InkStore, SafetyCodeStore, SharingStore, WaitingStore } from "../callStores";
import type {
  Notice,
  PickerStore,
  SessionStore,
  SettingsStore,
  ShareSoundStore,
  ShareQualityStore,
} from "../appContext";
import { useApp } from "../appContext";
import type { DoctorStore } from "../doctor/doctorContext";
import type { DevicesStore, VoiceLevelStore } from "../devices/deviceContext";
import type { PeopleStore } from "../people/peopleContext";
import type { MailedLink } from "../../../shared/secretLink";
import type { RoomsStore } from "../rooms/roomContext";
import type { ServerStore } from "../session/serverContext";

export function useSession<T>(select: (state: SessionStore) => T): T {
  return useStore(useApp().stores.session, select);
}

export function usePeople<T>(select: (state: PeopleStore) => T): T {
  return useStore(useApp().stores.people, select);
}

export function useDevices<T>(select: (state: DevicesStore) => T): T {
  return useStore(useApp().stores.devices, select);
}

export function useVoiceLevel<T>(select: (state: VoiceLevelStore) => T): T {
  return useStore(useApp().stores.voiceLevel, select);
}

export function useSettings<T>(select: (state: SettingsStore) => T): T {
  return useStore(useApp().stores.settings, select);
}

export function usePicker<T>(select: (state: PickerStore) => T): T {
  return useStore(useApp().stores.picker, select);
}

export function useShareSound<T>(select: (state: ShareSoundStore) => T): T {
  return useStore(useApp().stores.shareSound, select);
}

export function useSharing<T>(select: (state: SharingStore) => T): T {
  return useStore(useApp().stores.sharing, select);
}

export function useShareQuality<T>(select: (state: ShareQualityStore) => T): T {
  return useStore(useApp().stores.shareQuality, select);
}

export function useWaiting<T>(select: (state: WaitingStore) => T): T {
  return useStore(useApp().stores.waiting, select);
}

export function useCallQuality<T>(select: (state: CallQualityStore) => T): T {
  return useStore(useApp().stores.callQuality, select);
}

export function useCallView(): CallView {
  return useStore(useApp().stores.call);
}

export function useSafetyCode<T>(select: (state: SafetyCodeStore) => T): T {
  return useStore(useApp().stores.safetyCode, select);
}

export function useInk<T>(select: (state: InkStore) => T): T {
  return useStore(useApp().stores.ink, select);
}

export function useRooms<T>(select: (state: RoomsStore) => T): T {
  return useStore(useApp().stores.rooms, select);
}

export function useDoctor<T>(select: (state: DoctorStore) => T): T {
  return useStore(useApp().stores.doctor, select);
}

/** The link of a mail that the page was opened with. */
export function useMailedLink(): MailedLink | null {
  return useStore(useApp().stores.mailedLink, (state) => state.link);
}

export function useNotices(): readonly Notice[] {
  return useStore(useApp().stores.notices, (state) => state.notices);
}

export function useServer<T>(select: (state: ServerStore) => T): T {
  return useStore(useApp().stores.server, select);
}
