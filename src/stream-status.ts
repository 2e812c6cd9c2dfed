/** Reads a status stream: yields the JSON of each event, and ends when the server ends it. */
export type StreamStatus = (response: Response) => AsyncIterable<unknown>;
