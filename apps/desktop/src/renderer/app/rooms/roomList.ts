import type { Room, RoomId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { HttpClient, HttpOutcome } from "../../transport/httpClient";
import type { Outcome } from "../../ui/appContext";
import type { RoomsStore } from "../../ui/rooms/roomContext";
import { done, isDone } from "../done";

interface Options {
  readonly http: HttpClient;
  readonly store: StoreApi<RoomsStore>;
}

/** My rooms, in step with what the socket tells, and what their owner may do. */
export function createRoomList({ http, store }: Options) {
  const put = (room: Room) =>
    store.setState(({ rooms }) => {
      const known = rooms.some(({ id }) => id === room.id);
      return { rooms: known ? rooms.map((one) => (one.id === room.id ? room : one)) : [...rooms, room] };
    });
  const changed = async (request: Promise<HttpOutcome<Room>>): Promise<Outcome> => {
    const answer = await request;
    if (!answer.ok) return answer;
    put(answer.value);
    return isDone;
  };

  return {
    put,
    drop: (roomId: RoomId) => store.setState(({ rooms }) => ({ rooms: rooms.filter(({ id }) => id !== roomId) })),
    async refresh() {
      const answer = await http.request("listRooms", {});
      if (answer.ok) store.setState({ rooms: answer.value });
    },
    clear: () => store.setState({ rooms: [], guests: null }),
    async create(name: string): Promise<Outcome<RoomId>> {
      const answer = await http.request("createRoom", { name });
      if (!answer.ok) return answer;
      put(answer.value);
      return { ok: true, value: answer.value.id };
    },
    rename: (roomId: RoomId, name: string) => changed(http.request("renameRoom", { roomId, name })),
    lock: (roomId: RoomId, locked: boolean) => changed(http.request("lockRoom", { roomId, locked })),
    async close(roomId: RoomId): Promise<Outcome> {
      const answer = await http.request("closeRoom", { roomId });
      return done(answer);
    },
    /** Whether the server lets people in without an account. */
    async askForGuests() {
      const answer = await http.request("serverInfo", {});
      if (answer.ok) store.setState({ guests: answer.value.guests });
    },
  };
}
