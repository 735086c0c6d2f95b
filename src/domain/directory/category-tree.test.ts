import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CategoryLink, cycleOf, inOrder } from './category-tree.ts';

const codes = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Moves that were allowed, one after the other. */
const trees = fc
  .array(fc.tuple(fc.constantFrom(...codes), fc.option(fc.constantFrom(...codes))), { maxLength: 40 })
  .map(moves => {
    const links: CategoryLink[] = codes.map(code => ({ code, parent: null }));
    for (const [code, parent] of moves)
      if (cycleOf(links, code, parent) === null) links.find(one => one.code === code)!.parent = parent;
    return links;
  });

describe('kinds of service under one another', () => {
  it('name the way round that a move would close', () => {
    const links = [
      { code: 'mind', parent: null },
      { code: 'mood', parent: 'mind' },
      { code: 'perinatal', parent: 'mood' },
    ];
    expect(cycleOf(links, 'mind', 'perinatal')).toEqual(['mind', 'perinatal', 'mood']);
    expect(cycleOf(links, 'mind', 'mind')).toEqual(['mind']);
    expect(cycleOf(links, 'perinatal', 'mind')).toBeNull();
    expect(cycleOf(links, 'mood', null)).toBeNull();
  });

  it('stay a tree through any moves that are allowed', () => {
    fc.assert(
      fc.property(trees, links => {
        for (const { code } of links) {
          const seen = new Set<string>();
          for (let at: string | null = code; at; at = links.find(one => one.code === at)!.parent) {
            expect(seen.has(at)).toBe(false);
            seen.add(at);
          }
        }
      }),
    );
  });

  it('are listed once each, every one below the one above it', () => {
    fc.assert(
      fc.property(trees, links => {
        const listed = inOrder(links);
        expect(listed.map(one => one.category.code).sort()).toEqual(codes);
        for (const [i, { category, depth }] of listed.entries()) {
          const above = listed.findIndex(one => one.category.code === category.parent);
          expect(above).toBeLessThan(i);
          expect(depth).toBe(category.parent === null ? 0 : listed[above]!.depth + 1);
        }
      }),
    );
  });
});
