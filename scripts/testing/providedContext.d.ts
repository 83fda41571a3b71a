import "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PostgreSQL superuser's address: each test file makes its own database from it. */
    databaseUrl: string;
  }
}
