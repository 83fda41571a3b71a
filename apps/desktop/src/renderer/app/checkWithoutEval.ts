import { config } from "zod";

// zod tries `eval` for faster checks as soon as the first schema is made. The page's content policy forbids it, and the
// attempt alone is a violation (R38). This module must be imported before any schema.
config({ jitless: true });
