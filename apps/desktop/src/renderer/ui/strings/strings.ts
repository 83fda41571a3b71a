import { en } from "./en";

export type Strings = typeof en;

/** The catalogue in use. Views take every visible word from here. */
export const t: Strings = en;
