import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BadInput, parse, unwrap } from './door.ts';
import { many, text, tick } from './form.ts';

const form = z.strictObject({ reason: text(20), urgent: tick(), sites: many(3) });

function refused(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (err) {
    if (err instanceof BadInput) return err.fields;
    throw err;
  }
  return [];
}

describe('the door', () => {
  it('takes the fields of the form, and what is absent as empty', () => {
    expect(parse(form, { reason: '  full ', urgent: 'on', sites: ['a', ''] })).toEqual({
      reason: 'full',
      urgent: true,
      sites: ['a'],
    });
    expect(parse(form, {})).toEqual({ reason: '', urgent: false, sites: [] });
  });

  it('refuses fields the form does not have, by name', () => {
    for (const field of ['status', 'orgId', 'role', 'createdAt', 'id', 'constructor', 'prototype']) {
      expect(refused(() => parse(form, { [field]: 'x' }))).toEqual([field]);
    }
    const own = JSON.parse('{"__proto__": {"role": "steward"}}');
    expect(refused(() => parse(form, own))).toEqual(['__proto__']);
    expect(refused(() => parse(form, { 'a.__proto__.b': '1' }))).toEqual(['a.__proto__.b']);
  });

  it('takes nothing where the route has no form', () => {
    expect(parse(undefined, {})).toEqual({});
    expect(refused(() => parse(undefined, { q: 'x' }))).toEqual(['q']);
  });

  it('says no value back and no name that is not a name', () => {
    expect(refused(() => parse(form, { reason: 'x'.repeat(21) }))).toEqual(['reason']);
    expect(refused(() => parse(form, { '<script>': 'x' }))).toEqual(['(unnamed)']);
  });

  it('never throws anything else, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.anything())),
        sent => {
          refused(() => parse(form, sent));
          refused(() => unwrap(sent));
        },
      ),
    );
  });
});

describe('the fields of every form', () => {
  it('come apart from the form’s own', () => {
    expect(unwrap({ csrf: 'c', receipt: 'r-0000001', turn: '7', reason: 'full' })).toEqual({
      csrf: 'c',
      receipt: 'r-0000001',
      turn: 7,
      fields: { reason: 'full' },
    });
  });

  it('are refused when they have another shape', () => {
    expect(refused(() => unwrap({ receipt: ['a', 'b'] }))).toEqual(['receipt']);
    expect(refused(() => unwrap({ turn: '-1' }))).toEqual(['turn']);
  });
});
