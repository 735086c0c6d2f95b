import { describe, expect, it } from 'vitest';
import { Frame } from './frame.tsx';
import { render } from './render.ts';
import { testUi } from './test-ui.ts';

const page = (
  <Frame title="Page">
    <h1>Page</h1>
  </Frame>
);
const person = {
  name: 'Joanne Kettleborough',
  initials: 'JK',
  siteName: 'Grand River',
  memberships: [
    { key: 'm1', siteName: 'Grand River', roles: ['clerk'], current: true },
    {
      key: 'm2',
      siteName: 'Maple Landing',
      roles: ['delegate'],
      actingFor: 'Dr. Okafor-Reid',
      actingForKey: 'm9',
      current: false,
    },
  ],
};

describe('the frame of every page', () => {
  it('tells a visitor where they may go and how to sign in', () => {
    const html = render(page, testUi());
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-CA">/);
    expect(html).toContain('<title>Page – eServices</title>');
    expect(html).toContain('href="/directory"');
    expect(html).toContain('href="/sign-in"');
    expect(html).not.toContain('action="/sign-out"');
  });

  it('lets a clerk leave by a post that carries the token', () => {
    const html = render(page, testUi({ viewer: 'person', person, csrf: 'token-1' }));
    expect(html).toMatch(/action="\/sign-out"[^>]*><input type="hidden" name="csrf" value="token-1"/);
    expect(html).toContain('href="/worklist"');
  });

  it('lets a delegate change to another place, for the clinician who allowed it', () => {
    const html = render(page, testUi({ viewer: 'person', person }));
    expect(html).toContain('Grand River (now)');
    expect(html).toMatch(/action="\/switch".*name="member" value="m2".*name="actingFor" value="m9"/);
    expect(html).toContain('Maple Landing, for Dr. Okafor-Reid');
  });

  it('gives a patient one page and no navigation', () => {
    const html = render(page, testUi({ viewer: 'patient' }));
    expect(html).not.toContain('<nav');
    expect(html).toContain('action="/sign-out"');
  });

  it('keeps the page when the language changes', () => {
    const html = render(page, testUi({ lang: 'fr', path: '/directory?q=genou&near=N1E' }));
    expect(html).toContain('<html lang="fr-CA">');
    expect(html).toContain('href="/language/en?back=%2Fdirectory%3Fq%3Dgenou%26near%3DN1E" lang="en"');
  });

  it('says on every page of a demonstration that nothing is real', () => {
    expect(render(page, testUi({ demo: true }))).toContain('/demo/mailbox');
    expect(render(page, testUi())).not.toContain('/demo/');
  });

  it('has a drawing for every icon it uses and no style or script inside the page', () => {
    const html = render(page, testUi({ viewer: 'person', person, demo: true }));
    for (const [, id] of html.matchAll(/<use href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son[a-z]+=/);
  });
});
