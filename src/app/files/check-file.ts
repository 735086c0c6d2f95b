import { type FileKind, fileKinds, fileLimit } from './file-kinds.ts';
import { cleanFileName, endingOf } from './file-names.ts';

/** Why a file is not taken. */
export type FileProblem =
  | { problem: 'empty' | 'too-large' | 'markup' | 'malware'; name: string }
  | { problem: 'kind'; name: string; ending: string }
  | { problem: 'not-what-it-says'; name: string; says: FileKind; is: FileKind | 'unknown' };

export interface SentFile {
  name: string;
  bytes: Uint8Array;
  /** Media type as declared by a partner; a browser only guesses it from the name. */
  declared?: string;
}

/** A file that is what its name says. */
export interface SoundFile {
  name: string;
  kind: FileKind;
  bytes: Uint8Array;
}

const kinds = Object.keys(fileKinds) as FileKind[];

/**
 * The harmless file that every scanner must find (eicar.org). Written in parts, so that this file is not taken for it. It is
 * looked for anywhere, so also inside a PDF.
 */
const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join(''),
);

/** Holds a file against its name, its declared type and its first bytes: all must agree. */
export function checkFile(sent: SentFile): SoundFile | FileProblem {
  const name = cleanFileName(sent.name);
  const bytes = Buffer.from(sent.bytes.buffer, sent.bytes.byteOffset, sent.bytes.byteLength);
  if (bytes.length === 0) return { problem: 'empty', name };
  if (bytes.length > fileLimit) return { problem: 'too-large', name };
  if (bytes.includes(eicar)) return { problem: 'malware', name };
  const ending = endingOf(name);
  const says = kinds.find(kind => (fileKinds[kind].endings as readonly string[]).includes(ending));
  if (!says) return { problem: 'kind', name, ending };
  if (looksLikeMarkup(bytes)) return { problem: 'markup', name };
  const is = kindOf(bytes);
  if (is !== says) return { problem: 'not-what-it-says', name, says, is: is ?? 'unknown' };
  if (sent.declared !== undefined && !agrees(sent.declared, says)) {
    const declared = kinds.find(kind => agrees(sent.declared!, kind));
    return { problem: 'not-what-it-says', name, says, is: declared ?? 'unknown' };
  }
  return { name, kind: says, bytes };
}

/** True when a media type, with or without parameters, is the kind's; a type that says nothing agrees. */
function agrees(declared: string, kind: FileKind): boolean {
  const type = declared.split(';')[0]!.trim().toLowerCase();
  return type === fileKinds[kind].type || type === '' || type === 'application/octet-stream';
}

const signatures: readonly (readonly [FileKind, (bytes: Buffer) => boolean])[] = [
  ['pdf', starts('%PDF-')],
  ['jpeg', starts('\xff\xd8\xff')],
  ['png', starts('\x89PNG\r\n\x1a\n')],
  ['gif', bytes => starts('GIF87a')(bytes) || starts('GIF89a')(bytes)],
  ['tiff', bytes => starts('II*\0')(bytes) || starts('MM\0*')(bytes)],
  ['mp4', bytes => bytes.length > 11 && bytes.toString('latin1', 4, 8) === 'ftyp'],
  ['mp3', bytes => starts('ID3')(bytes) || isMpegFrame(bytes)],
];

/** What the first bytes say; text is what has no control characters and is sound UTF-8. */
function kindOf(bytes: Buffer): FileKind | undefined {
  return signatures.find(([, fits]) => fits(bytes))?.[0] ?? (isText(bytes) ? 'text' : undefined);
}

function starts(signature: string): (bytes: Buffer) => boolean {
  const wanted = Buffer.from(signature, 'latin1');
  return bytes => bytes.subarray(0, wanted.length).equals(wanted);
}

/** A frame header of MPEG audio, layer III, with a bit rate and a sample rate that exist. */
function isMpegFrame(bytes: Buffer): boolean {
  const [a = 0, b = 0, c = 0] = bytes;
  const rate = c >> 4;
  return a === 0xff && (b & 0xe6) === 0xe2 && rate !== 0 && rate !== 15 && (c & 0x0c) !== 0x0c;
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}

/** HTML, SVG or XML at the start, whatever the name. A browser that is told not to sniff shows it as text all the same. */
function looksLikeMarkup(bytes: Buffer): boolean {
  const head = bytes
    .toString('utf8', 0, 1024)
    .replace(/^\ufeff/, '')
    .trimStart();
  return /^<(!doctype|html|head|body|script|svg|\?xml|!--|iframe|img|a\s)/i.test(head);
}
