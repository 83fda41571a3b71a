import type { Room, RoomLeftReason, RoomLook } from "@sightline/protocol";
import type { DeviceState } from "../../call/callView";
import type { Failure, Outcome } from "../appContext";

export type RoomProblem = Failure["code"] | "noConnection" | RoomLeftReason;

/** What one goes in with. */
export interface RoomChoice {
  readonly camera: boolean;
  readonly microphone: boolean;
}

/** Where one is with a room, as the screens draw it. */
export type VisitView =
  | { readonly at: "nowhere" }
  | { readonly at: "looking"; readonly roomId: string }
  | { readonly at: "deadEnd"; readonly roomId: string; readonly why: RoomProblem }
  | {
      readonly at: "door";
      readonly roomId: string;
      readonly look: RoomLook;
      readonly choice: RoomChoice;
      readonly entering: boolean;
      readonly problem: RoomProblem | null;
    }
  | { readonly at: "inside"; readonly roomId: string; readonly look: RoomLook; readonly choice: RoomChoice };

export type DoorView = Extract<VisitView, { at: "door" }>;
export type InsideView = Extract<VisitView, { at: "inside" }>;

export interface RoomsStore {
  /** Mine, oldest first. */
  readonly rooms: readonly Room[];
  readonly visit: VisitView;
  /** Does the server let people in without an account? null: not asked yet. */
  readonly guests: boolean | null;
  /** My devices in front of the door and while I wait inside. */
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
}

export interface RoomIntents {
  /** Answers the new room's id. */
  createRoom(name: string): Promise<Outcome<string>>;
  renameRoom(roomId: string, name: string): Promise<Outcome>;
  lockRoom(roomId: string, locked: boolean): Promise<Outcome>;
  /** Ends it for everybody; the link is dead from then on. */
  closeRoom(roomId: string): Promise<Outcome>;
  /** Shows the door. Never goes in. */
  openRoom(roomId: string): void;
  chooseForRoom(choice: RoomChoice): void;
  /** Goes in: agrees to talk to whoever else is or comes inside. */
  enterRoom(): void;
  /** Away from the door, or out of the room. */
  leaveRoom(): void;
  joinAsGuest(roomId: string, name: string): Promise<Outcome>;
  copyRoomLink(roomId: string): Promise<void>;
}
