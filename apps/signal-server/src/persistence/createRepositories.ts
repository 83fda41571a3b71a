import type { DataSource } from "typeorm";
import { createCallRepository } from "./repositories/callRepository";
import { createContactRepository } from "./repositories/contactRepository";
import { createRoomRepository } from "./repositories/roomRepository";
import { createSessionRepository } from "./repositories/sessionRepository";
import { createUserRepository } from "./repositories/userRepository";
import { createWaitingRepository } from "./repositories/waitingRepository";

export function createRepositories(dataSource: DataSource) {
  return {
    users: createUserRepository(dataSource),
    sessions: createSessionRepository(dataSource),
    contacts: createContactRepository(dataSource),
    calls: createCallRepository(dataSource),
    waiting: createWaitingRepository(dataSource),
    rooms: createRoomRepository(dataSource),
  };
}
