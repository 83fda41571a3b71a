/**
 * The version of the contract between client and server. It grows by one with every change that an older
 * client or server would misread; both sides compare it before anything else and say "please update".
 */
export const PROTOCOL_VERSION = 1;

/** HTTP request header that carries the client's {@link PROTOCOL_VERSION}. */
export const PROTOCOL_HEADER = "sightline-protocol";
