/**
 * By which power of its size the time of `work` grows, from `size` to eight times that: about 1 when each part is read once,
 * 2 when each is read once for each other. Both in turn, and the quickest of seven of each, so that a busy machine slows neither.
 */
export function growth(work: (size: number) => void, size: number): number {
  const quickest = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  const time = (n: number) => {
    const began = performance.now();
    work(n);
    return performance.now() - began;
  };
  work(size);
  for (let i = 0; i < 7; i++) {
    quickest.small = Math.min(quickest.small, time(size));
    quickest.large = Math.min(quickest.large, time(8 * size));
  }
  return Math.log(quickest.large / quickest.small) / Math.log(8);
}
