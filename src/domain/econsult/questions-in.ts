/** One question a line, without the numbers and dashes that people put before them. */
export function questionsIn(typed: string): string[] {
  const lines = typed.split(/\r\n?|\n/).map(line => line.trim().replace(/^(?:\d{1,2}[.)]|[-*•])\s+/, ''));
  return [...new Set(lines.filter(line => line !== ''))];
}
