import { Accounts1795300000000 } from "./1795300000000-accounts";
import { Calls1795300000001 } from "./1795300000001-calls";
import { FoundByEmail1796100000000 } from "./1796100000000-found-by-email";
import { NameWords1796100000001 } from "./1796100000001-name-words";
import { PasswordVersion1796000000050 } from "./1796000000050-password-version";
import { Pictures1796000000060 } from "./1796000000060-pictures";
import { Quiet1796100000010 } from "./1796100000010-quiet";
import { Rooms1795500000000 } from "./1795500000000-rooms";
import { SessionDevices1795500000010 } from "./1795500000010-session-devices";
import { CallWaiting1795500000011 } from "./1795500000011-call-waiting";
import { WarmDevice1795800000000 } from "./1795800000000-warm-device";
import { MailedProofs1796000000000 } from "./1796000000000-mailed-proofs";
import { Unconfirmed1796000000001 } from "./1796000000001-unconfirmed";
import { Invitations1796000000010 } from "./1796000000010-invitations";
import { Activities1796000000020 } from "./1796000000020-activities";
import { TwoFactor1796000000021 } from "./1796000000021-two-factor";
import { Blocks1796000000030 } from "./1796000000030-blocks";
import { UsedInvitations1796100000002 } from "./1796100000002-used-invitations";

/** In the order they run. A migration that has been released is never edited; a change is a new one. */
export const migrations = [
  Accounts1795300000000,
  Calls1795300000001,
  Rooms1795500000000,
  SessionDevices1795500000010,
  CallWaiting1795500000011,
  WarmDevice1795800000000,
  MailedProofs1796000000000,
  Unconfirmed1796000000001,
  Invitations1796000000010,
  Activities1796000000020,
  TwoFactor1796000000021,
  Blocks1796000000030,
  PasswordVersion1796000000050,
  Pictures1796000000060,
  FoundByEmail1796100000000,
  NameWords1796100000001,
  UsedInvitations1796100000002,
  Quiet1796100000010,
];
