import { describe, expect, it } from 'vitest';
import { type FacilityRow, planImport } from './facility.ts';

const guelph = { latitude: 43.55, longitude: -80.23 };
const centres = new Map([
  ['N1E', guelph],
  // Hundreds of kilometres from the facilities of N1H.
  ['N1H', { latitude: 50, longitude: -90 }],
]);
let line = 1;
const row = (change: Partial<FacilityRow> = {}): FacilityRow => ({
  ...{ line: ++line, name: 'Elm Home', sourceType: 'retirement home', type: 'Hospitals', streetNo: '1' },
  ...{ street: 'elm st', postalCode: 'N1E 6H5', city: 'guelph', province: 'on', subdivision: 'Guelph' },
  ...{ latitude: '43.56', longitude: '-80.24', ...change },
});
const plan = (...rows: FacilityRow[]) => planImport(rows, new Map(), centres);

describe('an import', () => {
  it('merges rows with one name and postal code, whatever their case and accents', () => {
    const { facilities, rows } = plan(
      row({ name: 'ÉLM HOME', latitude: '', longitude: '' }),
      row({ name: 'elm home.', postalCode: 'n1e6h5' }),
    );
    expect(facilities).toHaveLength(1);
    expect(rows.map(one => one.outcome)).toEqual(['loaded', 'merged']);
    // The place came from the second row, so it is not approximate.
    expect(facilities[0]).toMatchObject({ point: { latitude: 43.56 }, approximate: false });
  });

  it('keeps two names at one address apart and says so', () => {
    const { facilities, rows } = plan(row(), row({ name: 'Oak Home' }));
    expect(facilities).toHaveLength(2);
    expect(rows[1]).toMatchObject({ outcome: 'loaded', notes: [{ code: 'same-address', name: 'Elm Home' }] });
  });

  it('fills a missing place from the centre of the postal area, as approximate', () => {
    const { facilities, rows } = plan(row({ latitude: '', longitude: '' }));
    expect(facilities[0]).toMatchObject({ point: guelph, approximate: true });
    expect(rows[0]!.notes).toEqual([{ code: 'location-approximate', fsa: 'N1E' }]);
  });

  it('does not believe a centre far from its facilities: their median stands in, and the row is flagged', () => {
    const known = [1, 2, 3].map(n =>
      row({ name: `Home ${'abc'[n]}`, postalCode: 'N1H 3A1', streetNo: `${n}` }),
    );
    const {
      facilities,
      rows,
      centres: believed,
    } = plan(
      ...known,
      row({ name: 'Lost Home', postalCode: 'N1H 3A1', latitude: '', longitude: '', streetNo: '9' }),
    );
    expect(facilities[3]!.point).toEqual({ latitude: 43.56, longitude: -80.24 });
    expect(rows[3]).toMatchObject({
      outcome: 'flagged',
      notes: [{ code: 'fsa-distrusted', fsa: 'N1H' }, {}],
    });
    expect(believed.get('N1H')).toEqual({ latitude: 43.56, longitude: -80.24 });
    expect(believed.get('N1E')).toEqual(guelph);
  });

  it.each([
    [{ name: ' ' }, 'name-missing'],
    [{ postalCode: '' }, 'postal-code-missing'],
    [{ postalCode: '90210' }, 'postal-code-wrong'],
    [{ province: 'qc' }, 'not-ontario'],
    [{ name: 'x'.repeat(401) }, 'too-long'],
  ])('refuses a row with %j: %s', (change, code) => {
    expect(plan(row(change))).toMatchObject({
      facilities: [],
      rows: [{ outcome: 'refused', notes: [{ code }] }],
    });
  });

  it.each([
    ['0', '0'],
    ['abc', '-80'],
    ['46.1', '-64.8'],
  ])('flags coordinates %s, %s as not in Ontario and uses the postal area', (latitude, longitude) => {
    const { facilities, rows } = plan(row({ latitude, longitude }));
    expect(rows[0]).toMatchObject({ outcome: 'flagged', notes: [{ code: 'coordinates-wrong' }, {}] });
    expect(facilities[0]).toMatchObject({ point: guelph, approximate: true });
  });
});
