import type { ApiMethod, ApiRequestOptions, FetchMiddleware } from "./http.ts";

/**
 * A client of every documented operation: openapi-fetch's calls, with request bodies and answers as their media types have
 * them. A form may also be a `FormData`, bytes may be any bytes, and what is read without `parseAs` is typed as it arrives.
 */
export interface ApiClient<Paths extends object> {
  /** Calls by a method that is known only at run time. */
  request<Method extends ApiMethod, Path extends PathsWith<Paths, Method>, Parse extends ParseAs = "json">(
    method: Method,
    path: Path,
    ...options: Arguments<ApiCallOptions<OperationAt<Paths, Path, Method>, Parse>>
  ): Promise<ApiAnswer<OperationAt<Paths, Path, Method>, Parse>>;
  readonly GET: ApiCall<Paths, "get">;
  readonly PUT: ApiCall<Paths, "put">;
  readonly POST: ApiCall<Paths, "post">;
  readonly DELETE: ApiCall<Paths, "delete">;
  readonly OPTIONS: ApiCall<Paths, "options">;
  readonly HEAD: ApiCall<Paths, "head">;
  readonly PATCH: ApiCall<Paths, "patch">;
  readonly TRACE: ApiCall<Paths, "trace">;
  /** Registers middleware of openapi-fetch. */
  use(...middleware: FetchMiddleware[]): void;
  /** Takes middleware away. */
  eject(...middleware: FetchMiddleware[]): void;
}

/** Calls the operations of one method by path. */
export type ApiCall<Paths extends object, Method extends ApiMethod> = <
  Path extends PathsWith<Paths, Method>,
  Parse extends ParseAs = "json",
>(
  path: Path,
  ...options: Arguments<ApiCallOptions<OperationAt<Paths, Path, Method>, Parse>>
) => Promise<ApiAnswer<OperationAt<Paths, Path, Method>, Parse>>;

/** How to read an answer; `json` takes it as its media type says: JSON parsed, text as text, bytes as a `Blob`. */
export type ParseAs = "json" | keyof Raw;

interface Raw {
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

/** The paths that have an operation of a method. */
export type PathsWith<Paths extends object, Method extends ApiMethod> = {
  [Path in keyof Paths]: Paths[Path] extends { [M in Method]: object } ? Path : never;
}[keyof Paths];

/** The operation of a method at a path. */
export type OperationAt<
  Paths extends object,
  Path extends keyof Paths,
  Method extends ApiMethod,
> = Paths[Path] extends {
  [M in Method]: infer Operation;
}
  ? Operation
  : never;

/** What a call of an operation takes: parameters, body, and the options of `fetch` and openapi-fetch. */
export type ApiCallOptions<Operation, Parse extends ParseAs = ParseAs> = Parameters<Operation> &
  Body<Operation> &
  ApiRequestOptions & {
    /** @default "json" */
    readonly parseAs?: Parse;
  };

/** Left out where nothing is required. */
type Arguments<Options> = object extends Options ? [options?: Options] : [options: Options];

type Parameters<Operation> = Operation extends { parameters: infer Params }
  ? object extends Params
    ? { readonly params?: Params }
    : { readonly params: Params }
  : object;

type Body<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { readonly body: BodyOf<Content> } & Serializer<Content>
  : Operation extends { requestBody?: infer Optional }
    ? [NonNullable<Optional>] extends [never]
      ? { readonly body?: never }
      : NonNullable<Optional> extends { content: infer Content }
        ? { readonly body?: BodyOf<Content> } & Serializer<Content>
        : object
    : object;

interface Serializer<Content> {
  /** Writes the body instead of the client. */
  bodySerializer?(body: Content[keyof Content]): unknown;
}

type BodyOf<Content> = { [Type in keyof Content]: Content[Type] | BesideTyped<Type> }[keyof Content];

/** What `fetch` takes as a body of a media type, beside the values that the document types. */
type BesideTyped<Type> = Type extends `multipart/${string}`
  ? FormData
  : Type extends `${string}/x-www-form-urlencoded`
    ? URLSearchParams | FormData
    : Type extends Textual
      ? never
      : Bytes;

type Textual = `${string}json${string}` | `text/${string}` | `${string}xml${string}`;

/** Bytes as `fetch` takes them. */
export type Bytes = Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;

/** What a call gives: `data` where the status is 2xx, `error` elsewhere. */
export type ApiAnswer<Operation, Parse extends ParseAs = "json"> =
  | {
      data: Parse extends keyof Raw ? Raw[Parse] : DataOf<ResponsesOf<Operation>>;
      error?: never;
      response: Response;
    }
  | { data?: never; error: ErrorOf<ResponsesOf<Operation>>; response: Response };

type ResponsesOf<Operation> = Operation extends { responses: infer Responses } ? Responses : never;

/** The documented answers of 2xx; where none is, the one by default. */
type DataOf<Responses> = [Succeeding<Responses>] extends [never]
  ? ContentOf<Responses, Extract<"default", keyof Responses>>
  : ContentOf<Responses, Succeeding<Responses>>;

type Succeeding<Responses> = keyof Responses extends infer Status
  ? Status extends keyof Responses & (string | number)
    ? `${Status}` extends `2${string}`
      ? Status
      : never
    : never
  : never;

type ErrorOf<Responses> = {
  [Status in Exclude<keyof Responses, Succeeding<Responses>>]: Responses[Status] extends { content: infer Content }
    ? Content[keyof Content]
    : undefined;
}[Exclude<keyof Responses, Succeeding<Responses>>];

type ContentOf<Responses, Status extends keyof Responses> = {
  [S in Status]: Responses[S] extends { content: infer Content }
    ? { [Type in keyof Content]: Arriving<Type, Content[Type]> }[keyof Content]
    : undefined;
}[Status];

/** Events are for `parseAs: "stream"` alone; lines of JSON and XML arrive as the text that they are. */
type Arriving<Type, Documented> = Type extends "text/event-stream"
  ? never
  : Type extends `${string}/${"jsonl" | "x-ndjson" | "x-jsonlines" | "json-seq"}` | `${string}xml`
    ? string
    : Documented;
