import { styleText } from "node:util";

/** The few styles Docket prints in. */
export type Style = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";

/** Colours text, or leaves it as it is where colour is not wanted. */
export type Paint = (style: Style, text: string) => string;

/** A paint for a terminal that wants colour or does not. */
export function paintFor(host: { readonly colour: boolean }): Paint {
  return host.colour ? (style, text) => styleText(style, text) : (_style, text) => text;
}
