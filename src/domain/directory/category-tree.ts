/** A kind of service and the kind above it, by their codes; null at the top. */
export interface CategoryLink {
  code: string;
  parent: string | null;
}

/**
 * The way round that moving `code` under `parent` would close: from `code` up to the kind that leads back to it. Null when
 * there is none. Never runs on, even over a tree that has another cycle already.
 */
export function cycleOf(
  links: readonly CategoryLink[],
  code: string,
  parent: string | null,
): string[] | null {
  const above = new Map(links.map(link => [link.code, link.parent]));
  const way = [code];
  for (let at = parent; at !== null; at = above.get(at) ?? null) {
    if (at === code) return way;
    if (way.includes(at)) return null;
    way.push(at);
  }
  return null;
}

/** A kind with how deep it is under the top, every kind after the one above it, in the order given. */
export function inOrder<C extends CategoryLink>(categories: readonly C[]): { category: C; depth: number }[] {
  const known = new Set(categories.map(one => one.code));
  const done = new Set<string>();
  const out: { category: C; depth: number }[] = [];
  const under = (parent: string | null, depth: number) => {
    for (const category of categories) {
      const at = category.parent !== null && known.has(category.parent) ? category.parent : null;
      if (at !== parent || done.has(category.code)) continue;
      done.add(category.code);
      out.push({ category, depth });
      under(category.code, depth + 1);
    }
  };
  under(null, 0);
  return out;
}
