import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseStory, RequestStory } from '../app/read-request.ts';
import { audiences } from '../domain/case/events.ts';
import type { CaseState } from '../domain/case/state.ts';
import { econsultStatuses } from '../domain/econsult/econsult.ts';
import { referralStatuses } from '../domain/referral/referral.ts';
import { list, object, type Resource, string } from './directory-resources.ts';
import { statusOf } from './request/status.ts';
import { requestBundle } from './request-bundle.ts';

const at = '2026-11-20T15:00:00.000Z';
const base = 'https://eservices.example.ca';

const patient = {
  ...{
    given: 'Arden',
    family: 'Whitcombe',
    preferredName: '',
    birthDate: '1992-02-03',
    sexAtBirth: 'female',
  },
  ...{ gender: 'not-said', pronouns: '', language: 'en', interpreter: '', version: 1 },
  card: { kind: 'ON', number: '9876543217', version: 'KT', unverified: false },
  address: { street: '1 Main St', city: 'Guelph', province: 'ON', postalCode: 'N1H 3A1', country: 'CA' },
  contacts: [{ relation: 'patient', authority: 'self', name: '', phone: '519-555-0142', email: '' }],
} as unknown as CaseStory['patient'];

type Event = CaseStory['events'][number];
const by = fc.record({
  side: fc.constantFrom('requester', 'receiver', 'patient', 'system'),
  member: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  site: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  actingFor: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
});
const answers = {
  ...{ form: 'low-mood', version: 2, scores: { phq9: 12 } },
  answers: { since: { value: '2026-05-01' }, risk: { value: ['alone', 'loss'] }, note: { value: '' } },
};
const body = fc.oneof(
  fc.constantFrom('withheld', 'purged'),
  fc.record({
    text: fc.constantFrom('', ' ', 'Said to all'),
    attachments: fc.constantFrom([], [11], [11, 12, 99]),
  }),
  fc.record({ question: fc.constant('Please assess'), answers: fc.constant(answers) }),
);

const story = fc.array(
  fc.record({
    econsult: fc.boolean(),
    events: fc.array(fc.record({ by, body, audience: fc.constantFrom(...audiences) }), { maxLength: 8 }),
    booked: fc.boolean(),
    outside: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

interface Drawn {
  econsult: boolean;
  events: readonly object[];
  booked: boolean;
  outside: boolean;
}

function caseOf({ econsult, events, booked, outside }: Drawn, n: number): CaseStory {
  const requester = outside
    ? { outside: { name: 'Dr. Ida Moss', fax: '519-555-0101' } }
    : { site: 1, clinician: 1 };
  const state = {
    ...{ type: econsult ? 'econsult' : 'referral', status: econsult ? 'asked' : 'booked', title: 'Low mood' },
    ...{ requester, receiver: { site: 2, service: 5 }, urgency: 'routine', startedAt: at, hold: { due: at } },
    ...(booked && { appointment: { label: 'initial-visit', start: at, medium: 'in-person' } }),
    struck: { events: [3], attachments: [] },
  } as unknown as CaseState;
  const files = [11, 12].map(id => ({ id, key: `f${id}`, name: 'n.pdf', kind: 'pdf', size: 3, addedAt: at }));
  return {
    ...{ id: n, key: `case${n}`, type: state.type, state, openedAt: at, patient, attachments: files },
    events: events.map((event, i) => ({ ...event, seq: i + 1, at, type: 'messaged' }) as unknown as Event),
  } as unknown as CaseStory;
}
const name = {
  en: 'A clinic',
  fr: 'Une clinique',
  zone: 'America/Toronto',
  phone: '519-555-0100',
  fax: null,
};
const names = {
  sites: { 1: name, 2: name },
  members: { 1: { name: 'Dr. Tam Reid', title: 'MD' }, 2: { name: 'Lou Clerk', title: null } },
  services: { 5: { key: 's5', en: 'Mood clinic', fr: '' } },
};
const files = new Map([[11, new Uint8Array([1, 2, 3])]]);
const written = (cases: readonly CaseStory[]) =>
  requestBundle({ reference: 'ES-0000-0000-0', cases, names } as unknown as RequestStory, {
    base,
    now: at,
    files,
  });

/** Every `reference` of a tree. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = string(object(value).reference);
  return [...(own ? [own] : []), ...Object.values(value).flatMap(referencesIn)];
}

it('every reference of a bundle is found in it, ids are sound and stand once, and it survives JSON', () => {
  fc.assert(
    fc.property(story, drawn => {
      const bundle = written(drawn.map(caseOf));
      expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle);
      const resources = list(object(bundle).entry).map(entry => entry.resource as Resource);
      const found = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
      expect(new Set(found).size).toBe(found.length);
      for (const { id } of resources) expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
      for (const reference of referencesIn(bundle)) expect(found).toContain(reference);
      expect(JSON.stringify(bundle)).not.toMatch(/""|withheld|purged|undefined/);
    }),
    { numRuns: 60 },
  );
});

it('words that are not for this party, or were struck, are not in it', () => {
  const said = (text: string) => ({
    by: { side: 'receiver', site: 2, member: 2 },
    body: { text },
    audience: 'all',
  });
  const hidden = { ...said(''), body: 'withheld' };
  const events = [said('first'), hidden, said('struck words'), said('last')];
  const text = JSON.stringify(
    written([caseOf({ econsult: false, events, booked: true, outside: false }, 1)]),
  );
  expect(text).toContain('first');
  expect(text).toContain('last');
  expect(text).not.toContain('struck words');
  const sent = JSON.parse(text).entry.map((entry: { resource: Resource }) => entry.resource);
  expect(sent.filter((resource: Resource) => resource.resourceType === 'Communication')).toHaveLength(2);
  expect(sent.find((resource: Resource) => resource.resourceType === 'Binary')).toMatchObject({
    data: 'AQID',
  });
});

it('every status of either machine has one of R4', () => {
  const task = [
    'draft',
    'requested',
    'rejected',
    'accepted',
    'in-progress',
    'on-hold',
    'cancelled',
    'completed',
  ];
  for (const [type, all] of [
    ['referral', referralStatuses],
    ['econsult', econsultStatuses],
  ] as const)
    for (const status of Object.keys(all)) {
      expect([...task, 'entered-in-error']).toContain(statusOf(type, status).task);
      expect(statusOf(type, status).request).not.toBe('unknown');
    }
});
