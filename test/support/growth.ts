/**
 * By which power of its size the time of `work` grows, from `size` to eight times that: about 1 when each part is read once,
 * 2 when each is read once for each other. The quickest of five of each counts, so a busy machine slows neither.
 */
export function growth(work: (size: number) => void, size: number): number {
  const quickest = (n: number) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const began = performance.now();
        work(n);
        return performance.now() - began;
      }),
    );
  work(size);
  return Math.log(quickest(8 * size) / quickest(size)) / Math.log(8);
}
