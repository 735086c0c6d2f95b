const invisible =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|\p{Cs}/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 120;

/**
 * A name to show and to download under, from whatever was sent: its last part, in NFC, without marks that hide or turn
 * letters, without signs that a file system reads, at most 120 characters with its ending kept; `file` when nothing is
 * left. Bytes are never stored under it.
 */
export function cleanFileName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const name = last
    .normalize('NFC')
    .replace(invisible, '')
    // Browsers write a quotation mark so (HTML standard, multipart/form-data encoding).
    .replaceAll('%22', '"')
    .replace(/[<>:"|?*%]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const safe = reserved.test(name) ? `_${name}` : name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(safe)?.[0] ?? '';
  const stem = [...safe.slice(0, safe.length - ending.length)].slice(0, longest - ending.length).join('');
  return stem.trim() + ending || 'file';
}

/** What follows the last dot, in lower case; '' without one. */
export function endingOf(name: string): string {
  return /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
