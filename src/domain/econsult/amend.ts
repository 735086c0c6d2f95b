import { z } from 'zod';
import { keys, line, optionalText, text, whole } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { standingWith } from './advised.ts';
import { advisedAfter, dueByRequester, recommendation, replies } from './answer.ts';
import type { EConsult } from './econsult.ts';
import { said } from './said.ts';

const input = z.strictObject({
  text: text(),
  replies,
  why: line(500),
  redFlags: optionalText(2000),
  references: z.array(line(500)).max(30).default([]),
  /** Further ones; those given before stay, with what was done about them. */
  recommendations: z.array(recommendation).max(30).default([]),
  /** Minutes spent on the amendment alone. */
  minutes: whole(0, 600).default(0),
  /** Further ones, as recommendations. */
  attachments: keys,
});

/** The author corrects the latest answer; the earlier text stays readable. No clock changes, but for a new day to do something by. */
export const amend: Verb<EConsult, z.infer<typeof input>> = {
  name: 'amend',
  who: [{ side: 'receiver', rank: 'c' }],
  from: ['answered', 'closed'],
  to: 'same',
  input,
  can({ answer }, by) {
    const author = answer?.member;
    if (author === undefined) return 'answer-missing';
    return by.member === author || by.actingFor === author ? undefined : 'not-the-author';
  },
  decide(state, given, facts) {
    if (!state.answer) return { refusal: 'answer-missing' };
    const attachments = papers(facts, given.attachments);
    if (!attachments) return { refusal: 'no-such-attachment' };
    const recommendations = advisedAfter(state, given.recommendations);
    const fresh = dueByRequester(recommendations).map(one => ({ ...one, state: 'open' as const }));
    const standing = standingWith(state, facts, [...(state.recommendations ?? []), ...fresh]);
    const whole = { ...given, attachments, recommendations };
    return said('amended', 'clinical', { ...whole, seq: state.answer.seq, ...standing });
  },
};
