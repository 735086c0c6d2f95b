/** Letters that may be wrong in a word of so many, at most. */
function allowed(letters: number): number {
  if (letters < 7) return 1;
  return letters < 10 ? 2 : 3;
}

/** Whether one word may be the other, mistyped: few letters are missing, too many, another or swapped for its length. */
export function isMistyped(typed: string, meant: string): boolean {
  const most = allowed(Math.max(typed.length, meant.length));
  if (Math.abs(typed.length - meant.length) > most) return false;
  return slipsBetween([...typed], [...meant]) <= most;
}

/** Letters to add, leave out, change or swap with the next (Damerau, optimal string alignment). */
function slipsBetween(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let last = b.map((_, n) => n).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && j > 1 && i > 1;
      const steps = [last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same];
      row.push(Math.min(...steps, swapped ? before[j - 2]! + 1 : steps[0]!));
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
