import { z } from 'zod';
import { readAnswerFile, takeAnswer, undoAnswer } from '../../app/econsult/payer-answers.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { AnswerPage, type AnswerPageProps } from './answer-page.tsx';
import { payKeepers } from './reconcile.tsx';

const common = { enter: ['person'], roles: payKeepers, phi: true } as const;
const params = z.strictObject({ key });
const came = z.enum(['same', 'done', 'before', 'nothing', 'undone', 'settled', 'later', 'missing']);

/** One file of the payer: looked at, taken, taken back. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url: '/pay/answers/:key' },
    ...{ params, query: z.strictObject({ came: came.optional() }) },
    handle: ask => draw(ask, { came: ask.query.came }),
  }),
  route({
    ...{ ...common, method: 'POST', url: '/pay/answers/:key', params },
    body: z.strictObject({ do: text(10), why: text(300) }),
    async handle(ask) {
      const { app, actor, params, body, words } = ask;
      const back = (outcome: z.infer<typeof came>) => redirect(`/pay/answers/${params.key}?came=${outcome}`);
      if (body.do === 'take') {
        const done = await takeAnswer(app, actor, params.key);
        return done === null ? missing() : back(done);
      }
      if (body.why === '') return draw(ask, { problem: words.pay.step.missing });
      const undone = await undoAnswer(app, actor, { key: params.key, why: body.why });
      if (undone === null) return missing();
      if (undone === 'missing' && !(await readAnswerFile(app, actor, params.key))) return missing();
      return back(undone === 'done' ? 'undone' : undone);
    },
  }),
];

async function draw(
  { app, actor, params }: Pick<Ask<{ key: string }>, 'app' | 'actor' | 'params'>,
  props: Omit<AnswerPageProps, 'view'>,
): Promise<Reply> {
  const view = await readAnswerFile(app, actor, params.key);
  if (!view) return missing();
  return page(<AnswerPage view={view} {...props} />, { status: props.problem ? 422 : 200 });
}
