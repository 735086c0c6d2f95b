import { z } from 'zod';
import { type AskedByPhone, answerByPhone, askedByPhone } from '../../app/patient/answers-by-phone.ts';
import { postedAnswers, withAnswers } from '../../domain/forms/posted.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { refusalSentences } from '../cases/refusal.ts';
import { withPatients } from '../roles.ts';
import { AnswersPage } from './answers-page.tsx';

const params = z.strictObject({ key });
const url = '/referrals/:key/answer-form';
const common = { enter: ['person'], roles: withPatients, phi: true, params, url } as const;
type Asked = Ask<z.infer<typeof params>>;

/** What the clinic asks before a visit, typed for the patient who says it. Nothing is kept until it is recorded. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET' },
    handle: async ask => {
      const found = await find(ask, {});
      return found ? draw(ask, found) : missing();
    },
  }),
  route({ ...{ ...common, method: 'POST', body: withAnswers({ do: text(20) }) }, handle: post }),
];

function find({ app, actor, params }: Asked, body: Record<string, unknown>): Promise<AskedByPhone | null> {
  return askedByPhone(app, actor, { caseKey: params.key, typed: postedAnswers(body, {}) });
}

interface Again {
  /** It was pressed to be sent. */
  sent?: boolean;
  /** Why it was not recorded. */
  note?: readonly string[];
  /** The form is of the case as it is now, not as it was when the form was opened. */
  anew?: boolean;
}

function draw(ask: Asked, found: AskedByPhone, { sent, note, anew }: Again = {}): Reply {
  const { words, actor } = ask;
  const why = note ?? (found.asked ? undefined : [words.beforeVisit.staff.over]);
  const status = why ? 409 : sent ? 422 : 200;
  const me = { member: actor.kind === 'person' ? actor.member : -1 };
  const turn = anew ? undefined : ask.turn;
  return page(<AnswersPage found={found} me={me} turn={turn} sent={sent} note={why} />, { status });
}

async function post(ask: Ask<z.infer<typeof params>, unknown, { do: string }>): Promise<Reply> {
  const { app, actor, body, words, turn, receipt } = ask;
  const found = await find(ask, body);
  if (!found) return missing();
  const { asked, story } = found;
  if (!asked || body.do !== 'send') return draw(ask, found);
  if (asked.reading.problems.length > 0) return draw(ask, found, { sent: true });
  const outcome = await answerByPhone(app, actor, { caseKey: ask.params.key, asked, turn, receipt });
  if (outcome.ok) return redirect(`/requests/${story.key}?done=answer-form#latest`);
  if (outcome.refusal === 'not-found') return missing();
  const note =
    outcome.refusal === 'stale'
      ? [words.acts.staleTitle, words.acts.staleText]
      : refusalSentences(words, outcome.refusal, { type: 'referral', verb: 'answer-form' });
  return draw(ask, (await find(ask, body)) ?? found, { note, anew: true });
}
