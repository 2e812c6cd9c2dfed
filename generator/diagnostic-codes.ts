/** How bad a diagnostic is: an error stops the command (exit 2), a warning and a note do not. */
export type Severity = "error" | "warning" | "note";

/** A kebab-case diagnostic code. */
export type DiagnosticCode =
  | "ambiguous-indentation"
  | "body-on-get"
  | "config-invalid"
  | "config-missing"
  | "config-unknown-key"
  | "default-mapping"
  | "default-unfit"
  | "document-too-large"
  | "document-unreadable"
  | "documents-missing"
  | "duplicate-endpoint"
  | "duplicate-key"
  | "duplicate-operation"
  | "external-reference"
  | "gateways-differ"
  | "incomplete-json"
  | "input-not-object"
  | "invalid-character"
  | "invalid-json"
  | "invalid-keyword"
  | "invalid-path"
  | "invalid-status"
  | "invalid-utf8"
  | "invalid-yaml"
  | "invisible-character"
  | "malformed-operation"
  | "misplaced-value"
  | "native-reference"
  | "nesting-too-deep"
  | "no-operation"
  | "number-not-finite"
  | "number-rounded"
  | "other-credentials"
  | "output-refused"
  | "output-unknown"
  | "overlay-invalid"
  | "overlay-unmatched"
  | "page-index"
  | "pages-merged"
  | "prose-contradicts-itself"
  | "prose-contradicts-schema"
  | "prose-lists-default"
  | "prose-spells-differently"
  | "prose-too-long"
  | "recursive-schema"
  | "reference-ring"
  | "repaired-json"
  | "repaired-yaml"
  | "repeated-operation-id"
  | "repeated-page"
  | "secret-redacted"
  | "servers-differ"
  | "several-yaml-documents"
  | "stray-space-in-name"
  | "too-many-aliases"
  | "too-many-values"
  | "unknown-format"
  | "unknown-path-parameter"
  | "unknown-protocol"
  | "unknown-required"
  | "unknown-type"
  | "unresolved-reference"
  | "unsupported-method"
  | "unsupported-parameter"
  | "unsupported-version"
  | "webhooks-left-out";

/** What is known of a code. */
export interface CodeEntry {
  readonly severity: Severity;
  /** One sentence for docs/diagnostics.md: what it means and what to do. */
  readonly about: string;
}

/**
 * Every diagnostic code there is, in alphabetical order. A code is never renamed: people filter by it.
 * `docs/diagnostics.md` is made from this table by `npm run docs`.
 */
export const diagnosticCodes: Readonly<Record<DiagnosticCode, CodeEntry>> = {
  "ambiguous-indentation": {
    severity: "warning",
    about:
      "The page lost its indentation, and neither OpenAPI's grammar nor `required` nor the display order tells where this belongs. The looser reading is used; compare it with the page.",
  },
  "body-on-get": {
    severity: "warning",
    about:
      "A GET or HEAD operation documents a body, which `fetch` cannot send. Fields of forms become query parameters; other bodies are left out.",
  },
  "config-invalid": {
    severity: "error",
    about:
      "A value of `docket.yaml` has the wrong type, is empty or is not one of the allowed words. The hint says what it may be.",
  },
  "config-missing": {
    severity: "error",
    about:
      "There is no `docket.yaml` here. Name a folder of documents instead (`docket generate <folder> --out <dir>`), or write one with `docket init`.",
  },
  "config-unknown-key": {
    severity: "error",
    about: "`docket.yaml` holds a key that Docket does not know, most often a misspelt one.",
  },
  "default-mapping": {
    severity: "note",
    about:
      "A discriminator of OpenAPI 3.2 says what holds where its property is missing. It is left out, so that the types of its alternatives do not demand the property.",
  },
  "default-unfit": {
    severity: "warning",
    about:
      "The default that a page states is not a value its own schema allows (another type, or not in its list), so it is left out.",
  },
  "document-too-large": {
    severity: "error",
    about:
      "The document is larger than Docket reads: 32 MB, 1,500,000 lines of YAML, 300,000 of text, or, where its YAML has tags or errors, 8 MB or a million tokens. Split it, or export only what is needed.",
  },
  "document-unreadable": {
    severity: "error",
    about: "A file could not be read: it is no regular file, larger than 64 MiB, or the system refused.",
  },
  "documents-missing": {
    severity: "error",
    about: "A file or folder that `docket.yaml` or the command names does not exist, or holds no document.",
  },
  "duplicate-endpoint": {
    severity: "error",
    about:
      "Two operations submit jobs to the same queue endpoint. Remove one of the pages, or give them different paths.",
  },
  "duplicate-key": {
    severity: "error",
    about: "An object of the document has the same key twice; parsers disagree which one counts. Remove one of them.",
  },
  "duplicate-operation": {
    severity: "warning",
    about:
      "Two pages of one gateway describe the same method and path differently, and no API id or title tells them apart. What either says is accepted. Remove the one that is out of date, or give them to different gateways.",
  },
  "external-reference": {
    severity: "error",
    about: "A `$ref` names a file or a server. Docket follows references inside of the document only: bundle it first.",
  },
  "gateways-differ": {
    severity: "note",
    about:
      "Gateways describe the same operation or schema differently. What any of them accepts is accepted; defaults that disagree are dropped.",
  },
  "incomplete-json": {
    severity: "warning",
    about: "The JSON of a page breaks off or is damaged; what stands before that is used. Save the whole page again.",
  },
  "input-not-object": {
    severity: "warning",
    about:
      "The request body of a queue endpoint is no JSON object. The endpoint takes any object in the generated types.",
  },
  "invalid-character": {
    severity: "error",
    about: "The document holds a NUL character, so it is no text. Export the page again.",
  },
  "invalid-json": {
    severity: "error",
    about: "The document is JSON that does not parse. Correct it at the place named, or export it again.",
  },
  "invalid-keyword": {
    severity: "warning",
    about:
      "A keyword of a schema has a value it cannot have, such as a string where a number belongs. The keyword is left out.",
  },
  "invalid-path": {
    severity: "error",
    about:
      "The template of a path cannot be read: unbalanced braces, or parameters that are empty, repeated or touch each other.",
  },
  "invalid-status": {
    severity: "warning",
    about: "The key of a response is no status code, range or `default`. The response is left out.",
  },
  "invalid-utf8": {
    severity: "error",
    about: "The document is not UTF-8. Save it as UTF-8.",
  },
  "invalid-yaml": {
    severity: "error",
    about: "The document is YAML that does not parse, or uses tags, directives or aliases that Docket refuses.",
  },
  "invisible-character": {
    severity: "warning",
    about:
      "A name or value holds zero-width or text-direction characters, so it is not what it looks like. It is kept as it is.",
  },
  "malformed-operation": {
    severity: "warning",
    about: "A path or an operation holds something else than an object, and is left out. Correct the document.",
  },
  "misplaced-value": {
    severity: "warning",
    about: "A value of another kind stands where OpenAPI wants an object. It is left out.",
  },
  "native-reference": {
    severity: "warning",
    about:
      "A reference by the documentation tool's own number (`#/definitions/123`) was left in the export. Any value is let through there.",
  },
  "nesting-too-deep": {
    severity: "error",
    about: "Brackets, lists or mappings nest deeper than 256 levels; parsers run out of stack on such documents.",
  },
  "no-operation": {
    severity: "note",
    about: "The page describes no API operation (prose only). It is skipped; nothing is to be done.",
  },
  "number-not-finite": {
    severity: "error",
    about: "A number of the document is infinite, no number at all, or too large for one.",
  },
  "number-rounded": {
    severity: "note",
    about:
      "An integer of the document, most often an id in an example, is beyond 2^53 and loses its last digits here. What callers send and " +
      "receive is not touched: the runtime reads and writes such integers as they are.",
  },
  "other-credentials": {
    severity: "warning",
    about:
      "The pages of a gateway declare only credentials that the client does not send: a header such as `x-api-key`, a query parameter, `basic`. Set `auth: none` and let callers set the header.",
  },
  "output-refused": {
    severity: "error",
    about:
      "Generated text holds something that generated text never holds. Nothing is written; please report it, with the document.",
  },
  "output-unknown": {
    severity: "note",
    about:
      "No document says what a finished job answers, so its result is typed as an object of unknown members. Add the page of the read (`GET …/requests/{id}`), or describe the read in an overlay.",
  },
  "overlay-invalid": {
    severity: "error",
    about: "A file listed under `overlays` is no OpenAPI Overlay 1.x document.",
  },
  "overlay-unmatched": {
    severity: "warning",
    about:
      "The target of an overlay action selects nothing, so the action did nothing. The pages may have changed, or the target is misspelt.",
  },
  "page-index": {
    severity: "note",
    about:
      "The file is an index of documentation pages (`llms.txt`), not a page. It is skipped; put the pages it names into the folder.",
  },
  "pages-merged": {
    severity: "note",
    about:
      "Several pages of one gateway document the same method and path. Their bodies became named alternatives of one operation.",
  },
  "prose-contradicts-itself": {
    severity: "warning",
    about:
      "A description contradicts itself: a default outside its own list or range, or two different values. The weaker claim is not used. Correct the page, or state the value in an overlay.",
  },
  "prose-contradicts-schema": {
    severity: "warning",
    about: "A description says something else than the schema beside it. The schema is believed.",
  },
  "prose-lists-default": {
    severity: "note",
    about:
      "A list of values holds the word `default`, with which a documentation site means leaving the field out. It is not offered as a value.",
  },
  "prose-spells-differently": {
    severity: "note",
    about: "A list of values spells the default in another case. The default's spelling is used for both.",
  },
  "prose-too-long": {
    severity: "note",
    about:
      "A description, or all descriptions of a document together, are longer than Docket reads (16,384 characters, two million per document). What follows is not searched for defaults, ranges and values.",
  },
  "recursive-schema": {
    severity: "warning",
    about:
      "A schema contains itself without a property in between, which TypeScript cannot write as an interface. Where the ring closes, any value is let through.",
  },
  "reference-ring": {
    severity: "warning",
    about: "References lead round in a ring and never reach a schema. Any value is let through there.",
  },
  "repaired-json": {
    severity: "warning",
    about: "A JSON document holds a comma before a closing bracket, or a comment. It is read over; nothing is lost.",
  },
  "repaired-yaml": {
    severity: "warning",
    about:
      "A text of the page is no valid YAML without quotes (mostly after full-width punctuation became `: `). It is read as if it had them.",
  },
  "repeated-operation-id": {
    severity: "warning",
    about: "Several operations declare the same operationId. Each of them is named after its method and path instead.",
  },
  "repeated-page": {
    severity: "note",
    about:
      "The same page stands twice in one gateway, in the same words or in another form (a crawl beside an export). It counts once.",
  },
  "secret-redacted": {
    severity: "warning",
    about: "A page shows what looks like a real key or token. It is blacked out; tell the owner of the page.",
  },
  "servers-differ": {
    severity: "warning",
    about:
      "The pages of a gateway name several servers. The one that most pages name is used; `server` in `docket.yaml` decides.",
  },
  "several-yaml-documents": {
    severity: "error",
    about: "A YAML file holds more than one document. Keep one per file.",
  },
  "stray-space-in-name": {
    severity: "note",
    about:
      "The name of a property begins or ends with a space, a slip of the documentation tool. The space is dropped.",
  },
  "too-many-aliases": {
    severity: "error",
    about: "The YAML uses more aliases than any real document does (10,000).",
  },
  "too-many-values": {
    severity: "error",
    about:
      "The document holds more values than Docket reads (a million, each alias counted as what it stands for), or its references, " +
      "mix-ins and parts multiply to more than a package can hold.",
  },
  "unknown-format": {
    severity: "error",
    about: "No reader knows the shape of the document. The hint lists the shapes that Docket reads.",
  },
  "unknown-path-parameter": {
    severity: "warning",
    about: "A path parameter is declared that the path does not have. It is left out.",
  },
  "unknown-protocol": {
    severity: "error",
    about:
      "A gateway speaks a queue protocol that the runtime does not know. Name a known one as `queue` in `docket.yaml`.",
  },
  "unknown-required": {
    severity: "warning",
    about:
      "A schema requires a property that it does not list, left over from editing. The name is dropped from the list.",
  },
  "unknown-type": {
    severity: "warning",
    about: "A schema names a type that JSON does not have. Any value is let through.",
  },
  "unresolved-reference": {
    severity: "warning",
    about:
      "A `$ref` points at nothing, so any value is let through there. Define what it names in the same document, or remove it.",
  },
  "unsupported-method": {
    severity: "warning",
    about: "An operation uses a method that OpenAPI 3.1 and `fetch` do not have. It is left out.",
  },
  "unsupported-parameter": {
    severity: "warning",
    about:
      "A parameter stands where no request of OpenAPI 3.1 has one: a `querystring` that is no form, or `body` and `formData` outside of Swagger 2.0. It is left out.",
  },
  "unsupported-version": {
    severity: "error",
    about:
      "The document states a version of OpenAPI or Swagger that Docket does not read (it reads 2.0, 3.0, 3.1 and 3.2).",
  },
  "webhooks-left-out": {
    severity: "note",
    about:
      "The document describes webhooks. They are calls that the gateway makes, so no client is generated for them.",
  },
};
