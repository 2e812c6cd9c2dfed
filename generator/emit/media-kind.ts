/** Whether a media type holds bytes: what the runtime reads into a `Blob` and takes one for. */
export function isBytes(mediaType: string): boolean {
  return !isForm(mediaType) && !/^text\/|json|[/+](?:xml|yaml|x-yaml)$|javascript$|json-seq$/.test(mediaType);
}

/** Whether a media type holds the fields of a form. */
export function isForm(mediaType: string): boolean {
  return mediaType.startsWith("multipart/") || mediaType === "application/x-www-form-urlencoded";
}

/** Whether a media type holds JSON, as one value. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}
