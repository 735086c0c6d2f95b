import type { VNode } from 'preact';
import type { TextSize } from '../ui/context.ts';
import type { Lang } from '../words/lang.ts';

/** Bytes a handler sends; `inline` shows them in the browser, otherwise they are saved under `name`. */
export interface FileReply {
  bytes: Uint8Array;
  type: string;
  name: string;
  inline?: boolean;
  /** Seconds for which anybody may keep it; for what is public alone. */
  cache?: number;
}

/** What changes in the visitor's cookies with this answer: a new session token (null signs out), a language, the size of letters. */
export interface Remember {
  session?: string | null;
  lang?: Lang;
  textSize?: TextSize;
}

/** What a handler answers. It never touches the HTTP reply itself: headers, cookies and errors are the server's. */
export type Reply =
  | { kind: 'page'; vnode: VNode; status: number; remember?: Remember }
  | { kind: 'redirect'; url: string; remember?: Remember }
  | { kind: 'json'; value: unknown; status: number }
  | { kind: 'file'; file: FileReply }
  | { kind: 'missing' };

/** A whole page, drawn by the server inside its `Ui`. Status 200 unless told; 422 for a form sent back with messages. */
export function page(vnode: VNode, with_: { status?: number; remember?: Remember } = {}): Reply {
  return { kind: 'page', vnode, status: with_.status ?? 200, remember: with_.remember };
}

/** See other (303): the browser asks for `url` with GET. Always a path of this site; another address throws. */
export function redirect(url: string, remember?: Remember): Reply {
  if (!isOwnPath(url)) throw new Error('a redirect leads to a path of this site');
  return { kind: 'redirect', url, remember };
}

/** Data as `application/json`. */
export function json(value: unknown, status = 200): Reply {
  return { kind: 'json', value, status };
}

/** A file; `name` may be in any language and is encoded here (RFC 6266). */
export function file(reply: FileReply): Reply {
  return { kind: 'file', file: reply };
}

/** 404, the same for what does not exist and for what the actor may not know of. The reader of the data audits it. */
export function missing(): Reply {
  return { kind: 'missing' };
}

/** True for `/a/path?and=query` of this site; false for `//other`, `/\other`, `https:` and control characters. */
export function isOwnPath(url: string): boolean {
  return /^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(url);
}
