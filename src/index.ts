export type { ClientSchema, ClientTables } from "./tables.ts";
