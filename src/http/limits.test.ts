import { describe, expect, it } from 'vitest';
import { Limits, sourceOf } from './limits.ts';

describe('the shield against floods', () => {
  it('lets a person through, then asks to wait, then lets through again', () => {
    const limits = new Limits();
    const tries = Array.from({ length: 31 }, () => limits.take('link', 'a', 0));
    expect(tries.slice(0, 30).every(wait => wait === 0)).toBe(true);
    expect(tries[30]).toBe(2);
    expect(limits.take('link', 'a', 2_000)).toBe(0);
  });

  it('counts each source and each kind of route alone', () => {
    const limits = new Limits();
    for (let i = 0; i < 31; i++) limits.take('link', 'a', 0);
    expect(limits.take('link', 'b', 0)).toBe(0);
    expect(limits.take('search', 'a', 0)).toBe(0);
  });

  it('holds a bounded number of sources, however many come', () => {
    const limits = new Limits(100);
    for (let i = 0; i < 31; i++) limits.take('link', 'first', 0);
    for (let i = 0; i < 200; i++) limits.take('link', `s${i}`, 0);
    expect(limits.take('link', 'first', 0)).toBe(0);
  });
});

describe('a source', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is counted as %s', (ip, source) => {
    expect(sourceOf(ip)).toBe(source);
  });

  it('has no address for who hung up', () => {
    expect(sourceOf(undefined)).toBe('');
  });
});
