import type { CallView } from "../../call/callView";

export type OutgoingView = Extract<CallView, { screen: "outgoing" }>;
export type IncomingView = Extract<CallView, { screen: "incoming" }>;
export type InCallView = Extract<CallView, { screen: "inCall" }>;
export type EndedView = Extract<CallView, { screen: "ended" }>;
