import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword, normalEmail, passwordFault } from './password.ts';

describe('a password', () => {
  it('is the same however the keyboard composes its letters', async () => {
    const kept = await hashPassword('une clé dans le tiroir');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await checkPassword(kept, 'une cle\u0301 dans le tiroir')).toBe(true);
    expect(await checkPassword(kept, 'une cle dans le tiroir')).toBe(false);
  });

  it('of nobody is checked all the same, and is wrong', async () => {
    expect(await checkPassword(undefined, 'c7e0a3f2-nobody-has-this-password-9d41')).toBe(false);
    expect(await checkPassword('not a hash', 'anything at all')).toBe(false);
  });

  it.each([
    ['elevenchars', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['aaaaaaaaaaaaaaaa', 'too-plain'],
    ['abababababababab', 'too-plain'],
    ['maya.singh.maya', 'too-plain'],
    ['MayaSingh2026', 'too-plain'],
    ['a sentence to keep', null],
    ['日本語の長い合言葉はここ', null],
  ] as const)('%j is %s for Maya Singh', (password, fault) => {
    expect(passwordFault(password, ['Maya Singh', 'maya.singh@example.test'])).toBe(fault);
  });
});

describe('an e-mail', () => {
  it('is compared without case, spaces around it or ways of composing', () => {
    expect(normalEmail('  Rene\u0301@Example.CA ')).toBe('rené@example.ca');
  });
});
