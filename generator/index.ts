export type { Document } from "./document.ts";
