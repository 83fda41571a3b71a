import { Accounts1795300000000 } from "./1795300000000-accounts";
import { Calls1795300000001 } from "./1795300000001-calls";
import { Rooms1795500000000 } from "./1795500000000-rooms";
import { SessionDevices1795500000010 } from "./1795500000010-session-devices";
import { CallWaiting1795500000011 } from "./1795500000011-call-waiting";

/** In the order they run. A migration that has been released is never edited; a change is a new one. */
export const migrations = [
  Accounts1795300000000,
  Calls1795300000001,
  Rooms1795500000000,
  SessionDevices1795500000010,
  CallWaiting1795500000011,
];
