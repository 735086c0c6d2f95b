import { describe, expect, test } from 'vitest';
import { templates } from '../domain/notices/template.ts';
import { languages } from './lang.ts';
import { words } from './words.ts';

const parts = { reference: 'ES-7K3M-9QXD-H', link: 'https://es.example/p/4f2k' };

describe.each(languages)('a notice in %s', lang => {
  test.each(templates)('%s says the reference number in its subject and gives the link once', template => {
    const text = words[lang].notices.templates[template](parts);
    expect(text.subject).toContain(parts.reference);
    expect(text.subject.length).toBeLessThanOrEqual(78);
    expect(text.body.join('\n').split(parts.link)).toHaveLength(2);
  });

  test.each(templates)('%s names no status, specialty, site or person', template => {
    const { subject, body } = words[lang].notices.templates[template](parts);
    const all = `${subject} ${body.join(' ')}`;
    expect(all).not.toMatch(
      /econsult|referral|aiguillage|consultation|clinic|clinique|hospital|hôpital|doctor|médecin/i,
    );
    expect(all).not.toMatch(/undefined|NaN|\[object/);
  });

  test.each(templates.filter(code => code.startsWith('patient-')))(
    'a patient reads %s in short sentences and learns what to do in an emergency',
    template => {
      const { body } = words[lang].notices.templates[template](parts);
      expect(body.join(' ')).toContain('911');
      for (const sentence of body
        .join(' ')
        .replaceAll(parts.link, '')
        .split(/[.!?]\s/))
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(18);
    },
  );
});

test('no French notice is left in English', () => {
  for (const template of templates) {
    const [en, fr] = [
      words.en.notices.templates[template](parts),
      words.fr.notices.templates[template](parts),
    ];
    expect(fr.subject).not.toBe(en.subject);
    expect(fr.body[0]).not.toBe(en.body[0]);
  }
});
