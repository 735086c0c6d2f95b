/** Gains of an ordered list, the first counting most: (2^grade - 1) / log2(place + 1), places from 1 to `depth`. */
export function dcg(grades: readonly number[], depth: number): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

/**
 * Normalized discounted cumulative gain (Järvelin and Kekäläinen 2002, with exponential gain): 1 when the first `depth`
 * found could not be better, 0 when none is worth anything. `found`: grades in the order shown. `all`: the grades of
 * everything that could have been found. 0 when nothing is worth anything.
 */
export function ndcg(found: readonly number[], all: readonly number[], depth = 10): number {
  const best = dcg(
    [...all].sort((a, b) => b - a),
    depth,
  );
  return best === 0 ? 0 : dcg(found, depth) / best;
}
