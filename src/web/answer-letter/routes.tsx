import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { type CaseInStory, readCaseIn } from '../../app/read-request.ts';
import { runVerb } from '../../app/run-verb.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { type Lang, languages } from '../../words/lang.ts';
import { words as allWords } from '../../words/words.ts';
import { refusalSentences } from '../cases/refusal.ts';
import { withPatients } from '../roles.ts';
import { answerOf, letterFacts } from './facts.ts';
import { AnswerLetterPage, PrintedLetter } from './page.tsx';

const common = {
  enter: ['person'],
  roles: withPatients,
  phi: true,
  url: '/econsults/:key/patient-letter',
  params: z.strictObject({ key }),
} as const;

type Asked = Pick<Ask<{ key: string }>, 'app' | 'actor' | 'params' | 'ui' | 'words'>;

/** The answered eConsult of one's own patient; null for other sides, and before there is an answer. */
async function read({ app, actor, params }: Asked) {
  const found = await app.db.as(actor, tx => readCaseIn(tx, params.key, 'econsult'));
  const own = found?.one.sides.includes('requester') && !found.one.state.helps;
  const answer = found && own ? answerOf(found) : null;
  return found && answer ? { on: found, answer } : null;
}

/** The patient's page shows what is written to everyone while the case goes on. */
function mayShow({ one }: CaseInStory): boolean {
  const may = one.may.some(({ side, verbs }) => side === 'requester' && verbs.includes('message'));
  return may && one.state.patient.reachable && !one.state.patient.deceased;
}

function langOf(typed: string | undefined, { one }: CaseInStory): Lang {
  return languages.find(lang => lang === typed) ?? one.patient.language;
}

/** The specialist's words as they were drafted stand in it still. */
function notPlain(typed: string): boolean {
  return languages.some(lang => typed.includes(allWords[lang].answerLetter.toEdit));
}

/** A letter to the patient, drafted from the answer, for the requester to change, show and print. */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    query: z.strictObject({ in: text(5).optional() }),
    async handle(ask) {
      const found = await read(ask);
      if (!found) return missing();
      const { on, answer } = found;
      const lang = langOf(ask.query.in, on);
      const me = ask.actor as PersonActor;
      const facts = letterFacts(on, answer, { ui: ask.ui, lang, me });
      const draft = allWords[lang].answerLetter.draft(facts);
      return page(<AnswerLetterPage {...{ on, answer, lang }} text={draft} mayShow={mayShow(on)} />);
    },
  }),
  route({
    ...common,
    method: 'POST',
    body: z.strictObject({ text: text(20_000), do: text(10), in: text(5) }),
    async handle(ask) {
      const found = await read(ask);
      if (!found) return missing();
      const { body } = ask;
      const lang = langOf(body.in, found.on);
      if (notPlain(body.text)) {
        const drawn = { ...found, lang, text: body.text, mayShow: mayShow(found.on) };
        const wrong = ask.words.answerLetter.notPlain;
        return page(<AnswerLetterPage {...drawn} wrong={wrong} />, { status: 422 });
      }
      if (body.do === 'print') return page(<PrintedLetter on={found.on} text={body.text} lang={lang} />);
      return show(ask, { ...found, lang });
    },
  }),
];

type Given = NonNullable<Awaited<ReturnType<typeof read>>> & { lang: Lang };

async function show(
  ask: Asked & Pick<Ask<{ key: string }, unknown, { text: string }>, 'body' | 'receipt'>,
  { on, answer, lang }: Given,
): Promise<Reply> {
  const { app, actor, body, receipt, words } = ask;
  const input = { text: body.text, to: 'everyone' };
  const said = {
    caseKey: on.one.key,
    verb: 'message',
    input,
    side: 'requester',
    ...(receipt && { receipt }),
  } as const;
  const outcome = await runVerb(app, actor, said);
  if (outcome.ok) return redirect(`/requests/${on.story.key}?done=message#latest`);
  if (outcome.refusal === 'not-found') return missing();
  const why = refusalSentences(words, outcome.refusal, { type: 'econsult', verb: 'message' }).join(' ');
  const error = outcome.refusal === 'bad-input' ? words.fields.missing : why;
  const drawn = { on, answer, lang, error, mayShow: mayShow(on) };
  return page(<AnswerLetterPage {...drawn} text={body.text} />, { status: 422 });
}
