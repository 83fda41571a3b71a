import { ok } from "@sightline/protocol";
import type { BlockList } from "../../domain/contacts/blockList";
import type { ContactBook } from "../../domain/contacts/contactBook";
import type { PeopleSearch } from "../../domain/users/peopleSearch";
import { summaryOf } from "../../domain/users/user";
import type { Handlers } from "../handlers";

interface ContactPorts {
  readonly book: ContactBook;
  readonly blockList: BlockList;
  readonly search: PeopleSearch;
}

type ContactHandlers = Pick<
  Handlers,
  | "searchPeople"
  | "listContacts"
  | "requestContact"
  | "acceptContact"
  | "removeContact"
  | "listBlocked"
  | "blockPerson"
  | "unblockPerson"
>;

export function contactRoutes({ book, blockList, search }: ContactPorts): ContactHandlers {
  return {
    async searchPeople({ session, body, exchange }) {
      const found = await search.search(session.user, body.query, exchange.address);
      return found.ok ? ok(found.value.map(summaryOf)) : found;
    },
    listContacts: async ({ session }) => ok([...(await book.list(session.user))]),
    requestContact: ({ session, body }) => book.request(session.user, body.username),
    acceptContact: ({ session, params }) => book.accept(session.user, params.userId),
    removeContact: ({ session, params }) => book.remove(session.user, params.userId),
    listBlocked: async ({ session }) => ok([...(await blockList.list(session.user))]),
    blockPerson: ({ session, body }) => blockList.block(session.user, body.userId),
    unblockPerson: ({ session, params }) => blockList.unblock(session.user, params.userId),
  };
}
