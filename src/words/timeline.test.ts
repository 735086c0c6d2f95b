import { describe, expect, it } from 'vitest';
import { noticeStates, type Recipient } from '../app/ports/notices.ts';
import type { Story } from '../domain/timeline/timeline.ts';
import { languages } from './lang.ts';
import { words } from './words.ts';

const kinds: Recipient['kind'][] = ['member', 'unit', 'site', 'leads', 'patient', 'link', 'programme'];
const filters: (keyof Story['counts'])[] = ['all', 'messages', 'files', 'changes'];

describe.each(languages)('the story in %s', lang => {
  const { timeline } = words[lang];

  it('names every filter with its count, zero too', () => {
    expect(Object.keys(timeline.filters).sort()).toEqual([...filters].sort());
    for (const filter of filters) expect(timeline.filters[filter](0)).toContain('0');
  });

  it('says how every notice fared and to whom it went', () => {
    expect(Object.keys(timeline.noticeTo).sort()).toEqual([...kinds].sort());
    expect(Object.keys(timeline.noticeStates).sort()).toEqual([...noticeStates].sort());
    for (const state of noticeStates) expect(timeline.noticeStates[state]('X')).toMatch(/\p{L}{3}.*X/u);
  });
});
