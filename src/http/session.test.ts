import { describe, expect, it } from 'vitest';
import { isOwnPath } from './reply.ts';
import { cookieFlags, cookieJar, preferredLang } from './session.ts';
import { initialsOf } from './visit.ts';

describe('cookies', () => {
  it('are bound to this host and to https wherever there is https', () => {
    const jar = cookieJar('https://eservices.example');
    expect(jar.session).toBe('__Host-session');
    expect(cookieFlags(jar)).toEqual({ path: '/', httpOnly: true, sameSite: 'lax', secure: true });
  });

  it('go without on loopback, where browsers would refuse them', () => {
    const jar = cookieJar('http://127.0.0.1:3000');
    expect(jar.session).toBe('session');
    expect(cookieFlags(jar, 60)).toEqual({
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
      maxAge: 60,
    });
  });
});

describe('the language of somebody who has not chosen', () => {
  it.each([
    [undefined, 'en'],
    ['de-DE', 'en'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['en;q=0.5, fr;q=0.7', 'fr'],
    ['en-CA,fr;q=0.9', 'en'],
    ['fr;q=0', 'en'],
    ['*;q=1, FR', 'fr'],
  ] as const)('%s is %s', (header, lang) => {
    expect(preferredLang(header)).toBe(lang);
  });
});

describe('a way back', () => {
  it.each(['/', '/worklist?folder=new', '/p/abc'])('may be %s', url => {
    expect(isOwnPath(url)).toBe(true);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '',
    'worklist',
    '/a\\b',
    '/a\nb',
    '/\t/evil',
  ])('is never %j', url => {
    expect(isOwnPath(url)).toBe(false);
  });
});

describe('initials', () => {
  it.each([
    ['Dr. Tamsin Okafor-Reid', 'TO'],
    ['Priya Vantongeren, RN', 'PV'],
    ['Élodie', 'É'],
    ['Dre Solveig de la Roche', 'DR'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
