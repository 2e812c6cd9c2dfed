/** What is known of a schema while the indentation of its page is rebuilt: enough to tell where its parts end. */
export interface SchemaNode {
  type?: string;
  /** Name of the component that it refers to. */
  reference?: string;
  readonly properties: Map<string, SchemaNode>;
  /** Identifiers of the models mixed into it. */
  readonly mixins: Set<string>;
  items?: SchemaNode;
  /** Whether `required` or the display order confirmed which properties are its own. */
  confirmed: boolean;
}

/** A schema of which nothing is known yet. */
export function emptyNode(): SchemaNode {
  return { properties: new Map(), mixins: new Set(), confirmed: false };
}
