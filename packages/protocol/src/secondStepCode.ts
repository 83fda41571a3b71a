import { z } from "zod";

/** Six digits of the authenticator app, or a recovery code as it was printed. Spaces and dashes do not matter. */
export const secondStepCode = z.string().trim().min(1).max(64);
