import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor } from '../app/actor.ts';
import { admit, checkRoutes, signInPath } from './guard.ts';
import { missing } from './reply.ts';
import type { Route } from './route.ts';

const base: Route = {
  method: 'GET',
  url: '/x',
  enter: ['person'],
  phi: false,
  handle: async () => missing(),
};
const clerk: Actor = {
  ...{ kind: 'person', person: 1, member: 2, site: 3, unit: null, roles: ['clerk'], actingFor: null },
  session: 4,
};
const patient: Actor = { kind: 'patient', link: 1, request: 2 };

describe('who may enter a route', () => {
  it('lets everybody into a public page', () => {
    const open = { ...base, enter: ['public'] as const };
    for (const actor of [clerk, patient, { kind: 'visitor' } as const])
      expect(admit(open, actor)).toBe('enter');
  });

  it('sends a visitor to sign in, or to their link where no person goes', () => {
    expect(admit(base, { kind: 'visitor' })).toBe('sign-in');
    expect(admit({ ...base, enter: ['patient'] }, { kind: 'visitor' })).toBe('open-link');
  });

  it('hides the pages of people from a patient, and those of stewards from a clerk', () => {
    expect(admit(base, patient)).toBe('hidden');
    expect(admit({ ...base, roles: ['steward'] }, clerk)).toBe('hidden');
    expect(admit({ ...base, roles: ['steward', 'clerk'] }, clerk)).toBe('enter');
  });

  it('hides every page from partners, jobs and operators, who have no business with pages', () => {
    const all = { ...base, enter: ['person', 'patient', 'guest'] as const };
    expect(admit(all, { kind: 'job', case: null })).toBe('hidden');
    expect(admit(all, { kind: 'operator', command: 'x' })).toBe('hidden');
    expect(admit(all, { kind: 'partner', partner: 1, site: 1 })).toBe('hidden');
  });
});

describe('the check at the start', () => {
  it('refuses a route that does not say who may enter, and names it', () => {
    const forgotten = { ...base, url: '/forgotten', enter: undefined as unknown as Route['enter'] };
    expect(() => checkRoutes([forgotten])).toThrow(/GET \/forgotten does not say who may enter/);
    expect(() => checkRoutes([{ ...base, enter: [] }])).toThrow(/does not say who may enter/);
  });

  it('refuses health information on a public page, doubled routes and parameters nobody parses', () => {
    expect(() => checkRoutes([{ ...base, enter: ['public'], phi: true }])).toThrow(/to everybody/);
    expect(() => checkRoutes([base, base])).toThrow(/is there twice/);
    expect(() => checkRoutes([{ ...base, url: '/x/:key' }])).toThrow(/parameters/);
    expect(() => checkRoutes([{ ...base, url: '/x/:key', params: z.object({}) }])).not.toThrow();
  });
});

describe('the way back after sign-in', () => {
  it('leads back to a page, not to a form that was posted', () => {
    expect(signInPath('GET', '/requests/abc?x=1')).toBe('/sign-in?next=%2Frequests%2Fabc%3Fx%3D1');
    expect(signInPath('POST', '/requests/abc')).toBe('/sign-in');
    expect(signInPath('POST', '/requests/abc', true)).toBe('/sign-in?ended=1');
    expect(signInPath('GET', `/requests/${'%F0'.repeat(1_000)}`)).toBe('/sign-in');
  });
});
