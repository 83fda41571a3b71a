import { ok } from "@sightline/protocol";
import type { ContactBook } from "../../domain/contacts/contactBook";
import type { Handlers } from "../handlers";

type ContactHandlers = Pick<Handlers, "listContacts" | "requestContact" | "acceptContact" | "removeContact">;

export function contactRoutes(book: ContactBook): ContactHandlers {
  return {
    listContacts: async ({ session }) => ok([...(await book.list(session.user))]),
    requestContact: ({ session, body }) => book.request(session.user, body.username),
    acceptContact: ({ session, params }) => book.accept(session.user, params.userId),
    removeContact: ({ session, params }) => book.remove(session.user, params.userId),
  };
}
