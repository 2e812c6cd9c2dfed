/** The path of an API, and its server where it brings one of its own. */
export interface NativePath {
  readonly path: string;
  readonly server?: string;
}

/** People type a path, a path without its slash, a whole URL, or a variable and a path; a query is no part of it. */
export function readNativePath(text: string): NativePath {
  const [, server, rest] = /^(https?:\/\/[^/?#\s]+)(.*)$/i.exec(text.trim()) ?? [];
  const bare = (rest ?? text.trim()).replace(/^\{\{[^{}]*\}\}/, "").split(/[?#]/)[0] ?? "";
  const path = bare.startsWith("/") ? bare : `/${bare}`;
  return server === undefined ? { path } : { path, server };
}
