import type { DataSource } from "typeorm";
import type { KeptPreferences } from "../domain/users/preferences";
import { createActivityRepository } from "./repositories/activityRepository";
import { createBlockRepository } from "./repositories/blockRepository";
import { createCallRepository } from "./repositories/callRepository";
import { createContactRepository } from "./repositories/contactRepository";
import { createPictureRepository } from "./repositories/pictureRepository";
import { createDirectory } from "./repositories/directory";
import { createPreferenceRepository } from "./repositories/preferenceRepository";
import { createProofRepository } from "./repositories/proofRepository";
import { createInvitationRepository } from "./repositories/invitationRepository";
import { createRoomRepository } from "./repositories/roomRepository";
import { createSessionRepository } from "./repositories/sessionRepository";
import { createTicketRepository } from "./repositories/ticketRepository";
import { createTwoFactorRepository } from "./repositories/twoFactorRepository";
import { createUserRepository } from "./repositories/userRepository";
import { createWaitingRepository } from "./repositories/waitingRepository";

/** @param standard preferences of people who have set nothing */
export function createRepositories(dataSource: DataSource, standard: KeptPreferences) {
  return {
    users: createUserRepository(dataSource),
    sessions: createSessionRepository(dataSource),
    twoFactors: createTwoFactorRepository(dataSource),
    tickets: createTicketRepository(dataSource),
    activities: createActivityRepository(dataSource),
    invitations: createInvitationRepository(dataSource),
    contacts: createContactRepository(dataSource),
    blocks: createBlockRepository(dataSource),
    pictures: createPictureRepository(dataSource),
    preferences: createPreferenceRepository(dataSource, standard),
    directory: createDirectory(dataSource, standard),
    calls: createCallRepository(dataSource),
    waiting: createWaitingRepository(dataSource),
    proofs: createProofRepository(dataSource),
    rooms: createRoomRepository(dataSource),
  };
}
