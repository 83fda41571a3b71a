/** How a device accepts. */
export interface Answer {
  readonly deviceName: string | null;
  readonly instead?: string | undefined;
  readonly anew?: boolean | undefined;
}

/** How a device declines. */
export interface Refusing {
  readonly deviceName: string | null;
  readonly busy: boolean;
}

/** What else matters when a call takes a step. */
export interface Manner {
  readonly deviceName?: string | null;
  /** The seat that gets free is for a call that is being answered: nobody else rings. */
  readonly answering?: boolean;
}
