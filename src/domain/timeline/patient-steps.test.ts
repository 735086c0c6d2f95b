import { expect, test } from 'vitest';
import { type PatientCase, patientSteps } from './patient-steps.ts';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T15:00:00.000Z`;
const advice: PatientCase = {
  type: 'econsult',
  status: 'converted',
  openedAt: day(2),
  reached: { asked: day(2), answered: day(5), converted: day(6) },
};
const visit = (status: string, reached: PatientCase['reached'], start?: string): PatientCase => ({
  type: 'referral',
  status,
  openedAt: day(6),
  reached: { sent: day(6), ...reached },
  ...(start ? { visit: start } : {}),
});
const said = (cases: PatientCase[]) => patientSteps(cases).map(step => `${step.code} ${step.state}`);

test('a patient whose doctor asked for advice sees that the specialist is the next step', () => {
  expect(said([{ ...advice, status: 'assigned', reached: { asked: day(2) } }])).toEqual([
    'asked-advice done',
    'advice-given now',
  ]);
});

test('a patient with a booked visit sees advice, the yes of the clinic and that the step is with them', () => {
  const steps = patientSteps([advice, visit('booked', { accepted: day(8), booked: day(9) }, day(25))]);
  expect(steps).toEqual([
    { code: 'asked-advice', at: day(2), state: 'done' },
    { code: 'advice-given', at: day(5), state: 'done' },
    { code: 'asked-visit', at: day(6), state: 'done' },
    { code: 'said-yes', at: day(8), state: 'done' },
    { code: 'you-confirm', state: 'now' },
    { code: 'visit', at: day(25), state: 'to-come' },
    { code: 'letter', state: 'to-come' },
  ]);
});

test('a patient whose referral was declined and sent on sees both, and the new clinic as the next step', () => {
  const first = visit('redirected', { declined: day(8), redirected: day(9) });
  const second = { ...visit('sent', {}), openedAt: day(9) };
  expect(said([first, second])).toEqual([
    'asked-visit done',
    'said-no done',
    'sent-on done',
    'asked-visit done',
    'said-yes now',
    'visit to-come',
    'letter to-come',
  ]);
});

test('a patient is told whether the doctor or the clinic sent the request on', () => {
  const code = (status: string) => said([visit(status, { [status]: day(9) })]).at(-1);
  expect([code('redirected'), code('forwarded'), code('split')]).toEqual([
    'sent-on done',
    'handed-on done',
    'handed-on done',
  ]);
});

test('a patient whose visit is over and whose doctor has the letter has nothing left to wait for', () => {
  const steps = said([
    visit('closed', { accepted: day(7), seen: day(20), completed: day(22), closed: day(23) }, day(20)),
  ]);
  expect(steps.every(step => step.endsWith('done'))).toBe(true);
  expect(steps).toContain('letter done');
});

test('every status of both machines gives the patient at least one step', () => {
  const referral = [
    'sent',
    'awaiting-reply',
    'accepted',
    'booked',
    'confirmed',
    'seen',
    'completed',
    'advised',
    'declined',
    'withdrawn',
    'managed-elsewhere',
    'closed',
    'cancelled',
    'forwarded',
    'split',
    'redirected',
    'void',
  ];
  const econsult = [
    'asked',
    'assigned',
    'more-info',
    'answered',
    'returned',
    'closed',
    'cancelled',
    'converted',
    'redirected',
    'void',
  ];
  for (const status of referral)
    expect(patientSteps([visit(status, { [status]: day(9) })]).length).toBeGreaterThan(1);
  for (const status of econsult)
    expect(patientSteps([{ ...advice, status, reached: { asked: day(2) } }]).length).toBeGreaterThan(0);
});

test('a case still with someone has exactly one step that is now', () => {
  for (const status of ['sent', 'awaiting-reply', 'accepted', 'booked', 'confirmed', 'seen', 'declined'])
    expect(patientSteps([visit(status, { [status]: day(9) })]).filter(s => s.state === 'now')).toHaveLength(
      1,
    );
});
