/** Parts of a question, or the replies to them, one a line with its number. One that says nothing leaves its number out. */
export function numbered(parts: unknown): string[] {
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((one, nth) => (typeof one === 'string' && one !== '' ? `${nth + 1}. ${one}` : []));
}
