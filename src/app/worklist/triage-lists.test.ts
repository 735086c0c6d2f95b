import { describe, expect, it } from 'vitest';
import { checkChoices } from './triage-lists.ts';

const line = (en: string, fr = '') => ({ en, fr });

describe('a site writes its list of priorities', () => {
  it('in one language or both, and empty lines are none', () => {
    const typed = [line(' Within  a week ', 'Sous 7 jours'), line('', ''), line('', 'Courant')];
    expect(checkChoices('priority', typed)).toEqual({
      choices: [
        { en: 'Within a week', fr: 'Sous 7 jours' },
        { en: 'Courant', fr: 'Courant' },
      ],
    });
  });

  it('each name once, none too long, and not too many', () => {
    expect(checkChoices('priority', [line('Soon'), line('soon')])).toEqual({ problem: 'twice' });
    expect(checkChoices('protocol', [line('x'.repeat(61))])).toEqual({ problem: 'too-long' });
    const eleven = Array.from({ length: 11 }, (_, i) => line(`P${i}`));
    expect(checkChoices('priority', eleven)).toEqual({ problem: 'too-many' });
    expect(checkChoices('protocol', eleven)).toMatchObject({ choices: { length: 11 } });
  });
});
