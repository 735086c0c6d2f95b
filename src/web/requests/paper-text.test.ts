import { expect, it } from 'vitest';
import { paperText } from './paper-text.ts';

it('a chart that takes text alone gets everything that the paper says, in its order', () => {
  const text = paperText({
    blocks: [
      { kind: 'heading', level: 1, text: 'Low mood' },
      { kind: 'facts', rows: [['From', 'Dr. Okafor-Reid']] },
      { kind: 'heading', level: 3, text: 'Nov 3, 10:00. Dr. Achebe answered' },
      { kind: 'text', text: 'Treat the iron.' },
      { kind: 'list', ordered: true, items: ['Oral iron', 'Ferritin'] },
      { kind: 'list', items: ['CANMAT'] },
    ],
  });
  expect(text.split('\n')).toEqual([
    ...['Low mood', '========================', 'From: Dr. Okafor-Reid', ''],
    ...['Nov 3, 10:00. Dr. Achebe answered', 'Treat the iron.'],
    ...['1. Oral iron', '2. Ferritin', '- CANMAT', ''],
  ]);
});
