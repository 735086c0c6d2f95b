import { expect, test } from 'vitest';
import { isVideoLink } from './video-link.ts';

test('a patient can open an https address, and nothing else', () => {
  expect(isVideoLink('https://video.example.test/r/abc?p=1')).toBe(true);
  for (const text of [
    '',
    'http://video.example.test',
    'https://',
    'https://a b.test',
    'javascript:alert(1)',
    'video.test',
  ])
    expect([text, isVideoLink(text)]).toEqual([text, false]);
});
