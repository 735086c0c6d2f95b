import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import referral from '../../data/forms/mental-health-referral.json';
import econsult from '../../data/forms/psychiatry-econsult.json';
import type { TypedAnswers } from '../domain/forms/answers.ts';
import { answerSet, readAnswers } from '../domain/forms/check.ts';
import { parseQuestionnaire } from '../domain/forms/faults.ts';
import { answerField, postedAnswers, withAnswers } from '../domain/forms/posted.ts';
import { answerErrors } from './answer-words.ts';
import { Answers } from './answers.tsx';
import { QuestionnaireFields } from './questionnaire.tsx';
import { Raised } from './raised.tsx';
import { renderPart } from './render.ts';
import { testUi } from './test-ui.ts';

const advice = parseQuestionnaire(econsult);
const visit = parseQuestionnaire(referral);
const codes = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];
const phq9 = (scores: number[]): TypedAnswers =>
  Object.fromEntries(scores.map((score, i) => [`phq9-${i + 1}`, { text: codes[score]! }]));

function draw(form: typeof advice, typed: TypedAnswers, lang: 'en' | 'fr' = 'en', showProblems = false) {
  const reading = readAnswers(form, typed);
  return renderPart(<QuestionnaireFields {...{ form, typed, reading, showProblems }} />, testUi({ lang }));
}

describe('a form', () => {
  it('is drawn in the language of the page, with every question that is asked', () => {
    const english = draw(visit, {});
    expect(english).toContain('Effect on life');
    expect(english).not.toContain('Off since');
    const french = draw(visit, { work: { text: 'off' } }, 'fr');
    expect(french).toContain('Effet sur la vie');
    expect(french).toContain('En arrêt depuis');
    expect(french).not.toMatch(/Effect on life|Off since/);
  });

  it('gives back what was typed, right or wrong, and keeps markup inert', () => {
    const html = draw(
      visit,
      {
        reason: { text: '</textarea><script>alert(1)</script>' },
        work: { text: 'off' },
        'off-since': { text: 'February' },
        interpreter: { text: '"><img src=x>' },
      },
      'en',
      true,
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('value="February"');
    expect(html).toContain('You wrote “February”.');
  });

  it('marks what was filled in, and says from where', () => {
    const from = { source: 'earlier-econsult', day: '2026-11-12' } as const;
    const html = draw(visit, { reason: { text: 'Low mood', from } });
    expect(html).toMatch(/From the eConsult of\sNov\s12/);
  });

  it('shows the sum, and the way to help when question 9 is above zero', () => {
    const html = draw(advice, phq9([2, 3, 2, 3, 1, 2, 3, 1, 1]));
    expect(html).toContain('18 of 27, moderately severe');
    expect(html).toMatch(/call or text 988/);
    expect(html).toContain('What was done about safety before sending?');
    expect(draw(advice, phq9([0, 0, 0, 0, 0, 0, 0, 0, 0]))).not.toContain('What was done about safety');
  });

  it('says on top which answers are needed, each leading to its field', () => {
    const reading = readAnswers(visit, {});
    const errors = answerErrors(testUi(), { typed: {}, reading });
    expect(errors[0]).toEqual({ field: 'a-reason', message: 'What do you ask? Fill this in.' });
    const html = draw(visit, {}, 'en', true);
    for (const { field } of errors) expect(html).toContain(`id="f-${field}"`);
  });

  it('comes back as it was posted: what was drawn and left empty is empty, the rest stays', () => {
    const before: TypedAnswers = {
      sleep: { text: ['snores', 'waking'] },
      reason: { text: 'Low mood', from: { source: 'question' } },
      'safety-done': { text: 'not drawn now' },
    };
    const posted = postedAnswers(
      { 'a-sleep': '', 'a-reason': 'Low mood', 'a-work': ['', 'off'], title: 'x' },
      before,
    );
    expect(posted).toEqual({
      sleep: { text: '' },
      reason: { text: 'Low mood', from: { source: 'question' } },
      'safety-done': { text: 'not drawn now' },
      work: { text: 'off' },
    });
  });

  it('lets its own fields through a strict door and no other', () => {
    const schema = withAnswers({ title: z.string().optional() });
    expect(schema.safeParse({ title: 'x', [answerField('phq9-1')]: ['', 'LA6568-5'] }).success).toBe(true);
    for (const name of ['status', 'a-__proto__', 'a-', 'A-x']) {
      expect(schema.safeParse({ [name]: 'x' }).error?.issues[0]).toMatchObject({ code: 'unrecognized_keys' });
    }
    expect(schema.safeParse({ 'a-x': { deep: 1 } }).success).toBe(false);
  });

  it('is read again with its answers, its score and what was done about safety', () => {
    const typed = {
      ...phq9([1, 1, 1, 1, 1, 1, 1, 1, 1]),
      'safety-done': { text: 'Safety plan <made>.' },
      sleep: { text: ['snores'] },
    };
    const set = answerSet(advice, readAnswers(advice, typed));
    const html = renderPart(<Answers form={advice} set={set} />, testUi());
    expect(html).toContain('9 of 27, mild');
    expect(html).toContain('Safety plan &lt;made>.');
    expect(html).toContain('Snores or stops breathing');
    expect(html).not.toContain('Medication now');
  });

  it('keeps in sight what told of danger and what was done about it, and is silent without', () => {
    const raised = (ninth: number) => {
      const typed = {
        ...phq9([1, 1, 1, 1, 1, 1, 1, 1, ninth]),
        'safety-done': { text: 'Safety plan made.' },
      };
      return renderPart(
        <Raised form={advice} set={answerSet(advice, readAnswers(advice, typed))} />,
        testUi(),
      );
    };
    expect(raised(1)).toContain('better off dead');
    expect(raised(1)).toContain('Safety plan made.');
    expect(raised(1)).not.toContain('Little interest');
    expect(raised(0)).toBe('');
  });
});
