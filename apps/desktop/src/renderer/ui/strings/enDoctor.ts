import type { CheckName, CheckOutcome } from "../../doctor/checkUp";
import type { Grade, VerdictKey } from "../../doctor/diagnosis";

const checks: Record<CheckName, string> = {
  server: "Server",
  signaling: "Live messages",
  stun: "Direct path (STUN)",
  relayUdp: "Relay by UDP",
  relayTcp: "Relay by TCP",
  relayTls: "Relay by TLS",
  microphone: "Microphone",
  camera: "Camera",
};

const outcomes: Record<CheckOutcome, string> = {
  fine: "Works",
  notSetUp: "Not set up",
  notTried: "Not tried",
  inUse: "Left to your call",
  unreachable: "No answer",
  closed: "Turned away",
  refused: "Password refused",
  full: "Full",
  noPassage: "Passes nothing on",
  outdated: "Other version",
  unavailable: "Busy",
  blocked: "Blocked",
  systemBlocked: "Blocked by the system",
  missing: "None found",
  busy: "In use elsewhere",
  failed: "Does not open",
  unanswered: "Not allowed yet",
  silent: "Silent",
  noPicture: "No picture",
};

/** The fault and the cure in one sentence; a blocked device has words of its own for each system. */
const verdicts: Record<Exclude<VerdictKey, "microphoneBlocked" | "cameraBlocked">, string> = {
  offline: "This device has no network, so connect it to Wi-Fi, a cable or mobile data, then check again.",
  serverOutdated: "Your app and your server have different versions, so update Sightline or reload this page.",
  serverUnavailable: "Your server answers but is overloaded or without its database, so try again in a minute.",
  serverUnreachable:
    "Your server cannot be reached, so check your network, and if other pages load, tell whoever runs the server.",
  socketBlocked:
    "Your server answers, but a proxy or firewall holds up its messages, so ask your IT to let WebSocket through to it.",
  listMissing: "Your server did not say which relays to use, so try again in a few minutes.",
  relayRefused:
    "The relay refuses your server's password, so whoever runs the server must check TURN_SECRET and both clocks.",
  relayFull:
    "The relay has no room left, so end other calls of yours, or ask whoever runs the server for a larger one.",
  relayNoPassage:
    "The relay answers but passes nothing on, so whoever runs it must open its UDP ports 49152 to 65535 and check its external address.",
  relayDown: "The relay does not run or is closed off, so whoever runs the server must start it and open its ports.",
  everythingBlocked:
    "No relay can be reached, so try another network: if that helps, ask your IT to open UDP 3478 and TCP 443, else tell whoever runs the server.",
  udpBlockedNoRelay:
    "Your network blocks UDP and your server has no relay, so ask your IT to open UDP, or whoever runs the server to set up TURN.",
  microphoneSystemBlocked:
    "Your system keeps the microphone from this app, so allow it in your system's privacy settings, then check again.",
  microphoneMissing: "No microphone was found, so plug one in, then check again.",
  microphoneBusy: "Another program holds your microphone, so close that program, then check again.",
  microphoneUnanswered: "Your browser still asks about the microphone, so allow it, then check again.",
  microphoneFailed: "Your microphone does not open, so unplug it and plug it in again, or choose another one.",
  microphoneSilent:
    "Only silence comes from your microphone, so switch it on at its own button or in your system's sound settings.",
  udpBlocked:
    "Your network blocks UDP, so calls go through a slower TCP relay until your IT opens UDP 3478 to the relay.",
  nothingSetUp:
    "Your server names neither STUN nor TURN, so calls work within one network only until whoever runs it sets ICE_SERVERS.",
  noRelay: "Your server has no relay, so calls fail behind strict firewalls until whoever runs it sets up TURN.",
  relayUdpDown:
    "The relay does not answer by UDP, so calls may go slower by TCP until UDP 3478 is opened at the relay.",
  relayTlsDown:
    "The relay does not work by TLS, so strict firewalls stop calls until whoever runs it checks its certificate and TCP 443.",
  relayTcpDown:
    "The relay does not answer by TCP, so calls fail where UDP is blocked until TCP 3478 is opened at the relay.",
  stunDown: "STUN does not answer, so all calls go through the relay until whoever runs the server checks its address.",
  cameraSystemBlocked:
    "Your system keeps the camera from this app, so allow it in your system's privacy settings, then check again.",
  cameraMissing: "No camera was found, so others will not see you until you plug one in.",
  cameraBusy: "Another program holds your camera, so close that program, then check again.",
  cameraUnanswered: "Your browser still asks about the camera, so allow it, then check again.",
  cameraFailed: "Your camera gives no picture, so unplug it and plug it in again, or choose another one.",
  fine: "All is well: calls connect from here.",
};

/** Words of the check of the connection. */
export const doctor = {
  title: "Check the connection",
  section: "Connection",
  open: "Check the connection",
  why: "Tests the server, the relays, your microphone and your camera, and says what to do.",
  checking: (done: number, all: number) => `Checking, ${done} of ${all} done…`,
  again: "Check again",
  copy: "Copy report",
  copied: "Copied",
  notCopied: "Your browser refuses to copy. Select the report here and copy it yourself.",
  report: "Report",
  reportHint: "The report holds no names, addresses or passwords.",
  list: "Checks",
  waiting: "Waiting",
  running: "Checking…",
  checks,
  outcomes,
  verdicts,
  milliseconds: (ms: number) => `${ms} ms`,
  ofSeveral: (fine: number, all: number) => `${fine} of ${all}`,
  grades: { fine: "fine", neutral: "no finding", warning: "warning", fault: "fault" } satisfies Record<Grade, string>,
};
