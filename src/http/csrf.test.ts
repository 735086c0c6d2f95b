import { describe, expect, it } from 'vitest';
import { comesFromHere, csrfMatches, csrfToken } from './csrf.ts';

const key = 'k'.repeat(32);

describe('the csrf token', () => {
  it('fits the session it was drawn for and no other', () => {
    const token = csrfToken(key, 'session-a');
    expect(csrfMatches(key, 'session-a', token)).toBe(true);
    expect(csrfMatches(key, 'session-b', token)).toBe(false);
    expect(csrfMatches('l'.repeat(32), 'session-a', token)).toBe(false);
  });

  it('looks different each time it is drawn', () => {
    expect(csrfToken(key, 'session-a')).not.toBe(csrfToken(key, 'session-a'));
  });

  it('is refused when absent, doubled, cut or made up', () => {
    const token = csrfToken(key, 's');
    for (const bad of [undefined, '', token.slice(1), [token, token], 'A'.repeat(86), '💥']) {
      expect(csrfMatches(key, 's', bad)).toBe(false);
    }
  });
});

describe('where a post comes from', () => {
  const https = 'https://eservices.example';
  it('is here when the browser says so, or says nothing as scripts of the operator do', () => {
    expect(comesFromHere({ origin: https, fetchSite: 'same-origin' }, https)).toBe(true);
    expect(comesFromHere({ origin: 'null', fetchSite: 'same-origin' }, https)).toBe(true);
    expect(comesFromHere({}, https)).toBe(true);
  });

  it('is not here from another site, a sister site, another port or scheme', () => {
    expect(comesFromHere({ fetchSite: 'cross-site' }, https)).toBe(false);
    expect(comesFromHere({ fetchSite: 'same-site', origin: https }, https)).toBe(false);
    for (const origin of [
      'https://evil.example',
      'http://eservices.example',
      'https://eservices.example:444',
    ]) {
      expect(comesFromHere({ origin, host: 'eservices.example' }, https)).toBe(false);
    }
  });

  it('may use any name of this machine on loopback, but no foreign name that leads to it', () => {
    const local = 'http://127.0.0.1:3000';
    expect(comesFromHere({ origin: 'http://localhost:3000', host: 'localhost:3000' }, local)).toBe(true);
    expect(comesFromHere({ origin: 'http://evil.example:3000', host: 'evil.example:3000' }, local)).toBe(
      false,
    );
    expect(comesFromHere({ origin: 'http://localhost:4000', host: 'localhost:3000' }, local)).toBe(false);
  });
});
