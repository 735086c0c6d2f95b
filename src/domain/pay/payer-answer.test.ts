import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountOf,
  claimName,
  claimOf,
  isTaken,
  matchAnswer,
  readAnswer,
  type SentClaim,
} from './payer-answer.ts';
import { type Answered, isOpen, standingOf, together } from './standing.ts';

const claim = (n: number) => `C${n.toString(16).toUpperCase().padStart(12, '0')}`;
const answer = (over: Partial<Answered> = {}): Answered => ({
  attempt: 1,
  cents: 0,
  code: '',
  said: '',
  ...over,
});
const sentOf = (
  lines: readonly [n: number, cents: number, answers?: readonly Answered[], month?: string][],
) =>
  new Map<string, SentClaim>(
    lines.map(([n, cents, answers = [], month = '2026-03-01']) => [
      claim(n),
      { claim: claim(n), month, settled: false, standing: standingOf(cents, answers) },
    ]),
  );
const read = (...lines: string[][]) => readAnswer(lines.map((fields, at) => ({ line: at + 1, fields })));
const rowsOf = (...lines: string[][]) => {
  const got = read(['Claim', 'Paid', 'Code', 'Reason'], ...lines);
  if ('fault' in got) throw new Error(got.fault);
  return got.rows;
};

/** Answers as they can come about: another attempt only after the one before was claimed again. */
const answers = fc
  .array(
    fc.record({
      cents: fc.integer({ min: -9_000, max: 9_000 }),
      step: fc.constantFrom('again', 'write-off', ''),
    }),
    {
      maxLength: 4,
    },
  )
  .map(list => {
    const end = list.findIndex(one => one.step !== 'again');
    return (end < 0 ? list : list.slice(0, end + 1)).map(({ cents, step }, at) =>
      answer({ attempt: at + 1, cents, ...(step && { step: { what: step as 'again', why: 'x' } }) }),
    );
  });

describe('where a line stands with the payer', () => {
  it('claimed is paid, refused, outstanding and written off together, whatever was answered and done', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: -9_000, max: 9_000 }), answers), { maxLength: 20 });
    fc.assert(
      fc.property(lines, given => {
        const all = given.map(([cents, said]) => standingOf(cents, said));
        const sums = together(all);
        for (const one of [...all, sums])
          expect(one.paid + one.refused + one.outstanding + one.writtenOff).toBe(one.claimed);
        expect(sums.claimed).toBe(given.reduce((sum, [cents]) => sum + cents, 0));
        // What nobody must do anything about has nothing left to be done.
        for (const one of all) if (!isOpen(one)) expect([one.refused, one.outstanding]).toEqual([0, 0]);
      }),
      { numRuns: 150 },
    );
  });

  it('what was refused is claimed again, paid in part, and the rest is written off', () => {
    const first = answer({ code: '36', step: { what: 'again', why: 'Licence corrected' } });
    expect(standingOf(5_000, [answer()])).toMatchObject({ state: 'refused', refused: 5_000 });
    expect(standingOf(5_000, [first])).toMatchObject({ state: 'again', attempt: 2, outstanding: 5_000 });
    const second = answer({ attempt: 2, cents: 4_000 });
    expect(standingOf(5_000, [second, first])).toMatchObject({
      state: 'differs',
      paid: 4_000,
      refused: 1_000,
    });
    const off = { ...second, step: { what: 'write-off', why: 'Too small' } } as const;
    expect(standingOf(5_000, [first, off])).toMatchObject({ state: 'written-off', writtenOff: 1_000 });
  });

  it('what was paid too much waits for somebody too', () => {
    expect(standingOf(5_000, [answer({ cents: 6_000 })])).toMatchObject({
      state: 'differs',
      refused: -1_000,
    });
  });
});

describe('the answer of a payer', () => {
  it('has amounts as people write them in both languages', () => {
    const said = [
      '50.00',
      '50,00',
      '1,234.50',
      '1 234,50 $',
      '1\u202f234,50\u00a0$',
      '-$5',
      '\u22125,00',
      '(5.00)',
    ];
    expect(said.map(amountOf)).toEqual([5_000, 5_000, 123_450, 123_450, 123_450, -500, -500, -500]);
    expect(["'-5.00", '0', '1.234,5'].map(amountOf)).toEqual([-500, 0, 123_450]);
    expect(['1,234', 'fifty', '', '5.', '(5', '1,23,4', '99999999999'].map(amountOf)).toEqual([
      ...['ambiguous', 'amount', 'amount', 'amount', 'amount', 'amount', 'amount'],
    ]);
  });

  it('has every amount that a file of ours may say', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), cents => {
        expect(amountOf((cents / 100).toFixed(2))).toBe(cents || 0);
        const french = new Intl.NumberFormat('fr-CA', { style: 'currency', currency: 'CAD' });
        expect(amountOf(french.format(cents / 100))).toBe(cents || 0);
      }),
      { numRuns: 100 },
    );
  });

  it('is read by the names of its columns, in either language and any order', () => {
    expect(
      read(['Motif', 'Montant payé', 'Patient', 'Réclamation'], ['Trop tard', '0,00', 'X', claim(1)]),
    ).toEqual({
      rows: [{ line: 2, claim: claim(1), attempt: 1, cents: 0, code: '', said: 'Trop tard' }],
      faults: [],
    });
    expect(read(['Claim', 'Amount'])).toEqual({ fault: 'not-an-answer' });
    expect(read(['Claim', 'Paid'])).toEqual({ fault: 'empty' });
    expect(readAnswer([])).toEqual({ fault: 'not-an-answer' });
    const many = Array.from({ length: 5_001 }, () => [claim(1), '1']);
    expect(read(['Claim', 'Paid'], ...many)).toEqual({ fault: 'too-many' });
  });

  it('has each bad row named by its line, and nothing else of it', () => {
    const head = ['Claim', 'Paid', 'Code', 'Reason'];
    const bad = [
      ['C1', '5'],
      [claim(1)],
      [claim(1), '', '', ''],
      [claim(1), 'much', '', ''],
      ['x', '1', '', ''],
    ];
    const got = read(head, ...bad, [claim(1), '1,234', '', ''], [claim(1), '1', '', 'x'.repeat(301)]);
    expect(got).toEqual({
      rows: [],
      faults: [
        ...(['columns', 'columns', 'no-amount', 'amount', 'claim', 'ambiguous', 'long'] as const).map(
          (fault, at) => ({ line: at + 2, fault }),
        ),
      ],
    });
    expect(
      readAnswer([
        { line: 1, fields: head },
        { line: 4, fields: null },
      ]),
    ).toEqual({
      rows: [],
      faults: [{ line: 4, fault: 'quotes' }],
    });
  });

  it('is held against what was sent, row by row', () => {
    const sent = sentOf([
      ...([
        [1, 5_000],
        [2, 5_000],
        [3, 5_000],
        [4, 5_000],
      ] as [number, number][]),
      [5, 5_000, [answer({ cents: 5_000 })]],
      [6, 5_000, [], '2026-02-01'],
      [7, 5_000, [answer({ step: { what: 'again', why: 'x' } })]],
    ]);
    sent.get(claim(4))!.settled = true;
    const got = matchAnswer(
      rowsOf(
        ...[
          [claim(1), '50'],
          [claim(2), '40'],
          [claim(3), '0'],
        ].map(row => [...row, '', '']),
        ...[
          [claim(4), '50'],
          [claim(5), '50'],
          [claim(6), '50'],
        ].map(row => [...row, '', '']),
        ...[
          [claim(7), '50'],
          [claim(8), '50'],
          [`${claim(1)}`.toLowerCase(), '50'],
        ].map(row => [...row, '', '']),
      ),
      sent,
      '2026-03-01',
    );
    expect(got.map(({ match }) => match)).toEqual([
      ...['twice', 'differs', 'refused', 'settled', 'already', 'other-period', 'already', 'unknown', 'twice'],
    ]);
    const again = rowsOf([claimName(claim(7), 2), '50', '', ''], [claimName(claim(1), 2), '50', '', '']);
    expect(matchAnswer(again, sent, '2026-03-01').map(({ match }) => match)).toEqual([
      'as-claimed',
      'unknown',
    ]);
  });

  it('changes nothing the second time, whatever it says', () => {
    const given = fc.uniqueArray(
      fc.record({ n: fc.integer({ min: 1, max: 30 }), cents: fc.integer({ min: 0, max: 9_000 }) }),
      { selector: ({ n }) => n, maxLength: 20 },
    );
    fc.assert(
      fc.property(given, list => {
        const lines = Array.from({ length: 20 }, (_, n) => [n + 1, 5_000] as [number, number]);
        const rows = list.map(({ n, cents }, at) => ({
          ...{ line: at + 2, claim: claim(n), attempt: 1, cents, code: '', said: '' },
        }));
        const taken = matchAnswer(rows, sentOf(lines), '2026-03-01').filter(isTaken);
        const after = lines.map(([n, cents]) => {
          const said = taken.filter(one => one.claim === claim(n));
          return [n, cents, said] as [number, number, Answered[]];
        });
        const second = matchAnswer(rows, sentOf(after), '2026-03-01');
        expect(second.filter(isTaken)).toEqual([]);
        expect(second.filter(({ match }) => match === 'already')).toHaveLength(taken.length);
      }),
      { numRuns: 60 },
    );
  });

  it('names a claim as it is typed and as it is printed', () => {
    expect(claimOf(' c00000000 0001 - 2 ')).toEqual({ claim: claim(1), attempt: 2 });
    expect([claimOf('C12'), claimOf(`${claim(1)}-0`), claimOf('')]).toEqual([null, null, null]);
    expect(claimName(claim(1), 1)).toBe(claim(1));
  });
});
