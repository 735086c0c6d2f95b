/** Kinds under kinds, more than any directory has. */
export const deepest = 30;

/** A category that stands under more than `deepest` others; null where none does. Without a way round. */
export function tooDeepIn(list: readonly { code: string; parent: string | null }[]): string | null {
  const parents = new Map(list.map(one => [one.code, one.parent]));
  for (const { code } of list) {
    let at: string | null | undefined = code;
    for (let depth = 0; at != null; depth++) {
      if (depth > deepest) return code;
      at = parents.get(at);
    }
  }
  return null;
}

/**
 * A way round in a tree of categories, as `['a', 'b', 'a']`; null where there is none. `parent` is by code; a parent that
 * the list does not have ends the way.
 */
export function cycleIn(list: readonly { code: string; parent: string | null }[]): string[] | null {
  const parents = new Map(list.map(one => [one.code, one.parent]));
  const sound = new Set<string>();
  for (const { code } of list) {
    const way: string[] = [];
    const walked = new Set<string>();
    let at: string | null | undefined = code;
    while (at != null && !sound.has(at)) {
      way.push(at);
      if (walked.has(at)) return way.slice(way.indexOf(at));
      walked.add(at);
      at = parents.get(at);
    }
    for (const one of way) sound.add(one);
  }
  return null;
}
