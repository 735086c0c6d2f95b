import type { CaseType } from '../../domain/case/state.ts';
import { missing, page, type Reply } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { withPatients } from '../roles.ts';
import type { From } from './act.ts';
import { ActPage } from './act-page.tsx';
import { post } from './act-post.tsx';
import { type ActAsk, fields, from, openAct, params } from './open-act.ts';
import { refusalSentences } from './refusal.ts';
import { actFor } from './registry.ts';

/** The page of a verb, or why it is not to be had now. */
export async function show(ask: ActAsk, { type, from }: { type: CaseType; from: From }): Promise<Reply> {
  const act = actFor(type, ask.params.verb);
  if (!act) return missing();
  const found = await openAct(ask, { act, type, from });
  if (!found) return missing();
  const { on, allowed, typed, more, forms, looking, earlier } = found;
  const drawn = { act, on, typed, more, forms, allowed, looking, earlier };
  if (allowed) return page(<ActPage {...drawn} />);
  const code = on.one.state.hold ? 'wrong-status' : 'case-ended';
  const lines = refusalSentences(ask.words, code, { type, verb: act.verb });
  const note = { title: ask.words.acts.refusedTitle, lines };
  return page(<ActPage {...drawn} note={note} />, { status: 409 });
}

function pair(type: CaseType): Route[] {
  const common = { url: `/${type}s/:key/:verb`, enter: ['person'], roles: withPatients, phi: true } as const;
  return [
    route({
      ...common,
      method: 'GET',
      params,
      query: from,
      handle: ask => show(ask as ActAsk, { type, from: ask.query }),
    }),
    route({
      ...common,
      ...{ method: 'POST', params, body: fields, multipart: true },
      handle: ask => post(ask, type),
    }),
  ];
}

export const routes: Route[] = [...pair('econsult'), ...pair('referral')];
