import { describe, expect, it } from 'vitest';
import { Due } from './due.tsx';
import { dueLook } from './due-look.ts';
import { renderPart } from './render.ts';
import { testUi } from './test-ui.ts';

const zone = 'America/Toronto';
/** Tuesday, November 24, 2026, 09:00 in Toronto. */
const now = '2026-11-24T14:00:00.000Z';
const at17 = (day: string) => `2026-${day}T22:00:00.000Z`;
const look = (due: string, when = now) => dueLook(due, { now: when, zone });

describe('a deadline', () => {
  it('is late from its moment on, counted in business days', () => {
    expect(look(at17('11-24'), '2026-11-24T21:59:59.999Z')).toEqual({ look: 'today' });
    expect(look(at17('11-24'), at17('11-24'))).toEqual({ look: 'late', days: 0 });
    expect(look(at17('11-23'))).toEqual({ look: 'late', days: 1 });
    expect(look(at17('11-20'))).toEqual({ look: 'late', days: 2 });
  });

  it('does not count the weekend against anybody', () => {
    const sunday = '2026-11-22T15:00:00.000Z';
    expect(look(at17('11-20'), sunday)).toEqual({ look: 'late', days: 0 });
  });

  it('is soon within two business days, and tomorrow is said', () => {
    expect(look(at17('11-25'))).toEqual({ look: 'tomorrow' });
    expect(look(at17('11-26'))).toEqual({ look: 'soon' });
    expect(look(at17('11-27'))).toEqual({ look: 'plain' });
    const friday = '2026-11-27T15:00:00.000Z';
    expect(look('2026-12-01T22:00:00.000Z', friday)).toEqual({ look: 'soon' });
    expect(look('2026-12-02T22:00:00.000Z', friday)).toEqual({ look: 'plain' });
  });

  it('is today by the reader’s zone, not by UTC', () => {
    expect(look('2026-11-25T03:00:00.000Z')).toEqual({ look: 'today' });
  });

  it('stands still while a question is out, even past its time', () => {
    expect(dueLook(at17('11-20'), { now, zone, stopped: true })).toEqual({ look: 'stop' });
  });

  it('is a time element with word, shape and colour', () => {
    const draw = (due: string, lang: 'en' | 'fr', hour = false) =>
      renderPart(<Due due={due} hour={hour} />, testUi({ now, lang })).replace(/[\u00a0\u202f]/g, ' ');
    expect(draw(at17('11-20'), 'en')).toBe(
      `<span class="due late"><svg class="i" aria-hidden="true"><use href="#i-alert"></use></svg><time datetime="${at17('11-20')}">2 days late</time></span>`,
    );
    expect(draw(at17('11-20'), 'fr')).toContain('Retard de 2 jours');
    expect(draw(at17('11-24'), 'en', true)).toContain('Today, by 17:00');
    expect(draw(at17('11-24'), 'fr', true)).toContain('Aujourd’hui, avant 17 h 00');
    expect(draw(at17('11-30'), 'en')).toContain('<span class="due"><time');
    expect(draw('2027-01-05T22:00:00.000Z', 'en')).toContain('Jan 5, 2027');
  });
});
