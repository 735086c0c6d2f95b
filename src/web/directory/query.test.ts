import { describe, expect, it } from 'vitest';
import { keptOf, query, readKept } from './query.ts';

const asked = (some: Record<string, string>) => query.parse(some);

describe('a search that is kept', () => {
  it('has its words and filters, and not the page', () => {
    const kept = keptOf(asked({ q: 'low mood & sleep', lang: 'fr', kind: 'all', page: '3', limit: '50' }));
    expect(kept).toBe('q=low+mood+%26+sleep&lang=fr');
    expect(readKept(kept)).toEqual(asked({ q: 'low mood & sleep', lang: 'fr' }));
  });

  it('does not say where somebody lives', () => {
    expect(keptOf(asked({ near: 'N1E 6H5' }))).toBe('near=N1E');
    expect(keptOf(asked({ near: 'n1e6h5' }))).toBe('near=N1E');
    expect(keptOf(asked({ near: '43.54821,-80.24822' }))).toBe('near=43.5%2C-80.2');
    expect(keptOf(asked({ near: 'Guelph' }))).toBe('near=Guelph');
  });

  it('for everything is none, and what no search says is not read', () => {
    expect(keptOf(asked({ page: '2' }))).toBe('');
    expect(readKept('q=x&patient=5')).toBeNull();
    expect(readKept(`q=${'x'.repeat(20_000)}`)).toBeNull();
  });
});
