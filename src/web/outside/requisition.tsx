import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { makeRequisition, type Requisition, requisitionIn } from '../../app/outside/requisition.ts';
import type { Paper } from '../../app/ports/printer.ts';
import type { CaseStory } from '../../app/read-request.ts';
import { key } from '../../http/form.ts';
import { file, missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayLong } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { words } from '../../words/words.ts';
import { type Opened, openStoryIn } from '../requests/open-story.ts';
import { withPatients } from '../roles.ts';
import { outsidePaper } from './outside-paper.ts';
import { PaperView } from './paper-view.tsx';

const params = z.strictObject({ key });
const common = { enter: ['person'], roles: withPatients, phi: true, params } as const;
const url = '/referrals/:key/requisition';
type CaseAsk = Pick<Ask<z.infer<typeof params>>, 'app' | 'actor' | 'params' | 'ui'>;

/** The requisition that a patient carries: a page that prints, and the same as PDF. */
export const routes: Route[] = [
  route({ ...common, method: 'GET', url, handle: ask => show(ask) }),
  route({
    ...{ ...common, method: 'POST', url },
    async handle(ask) {
      const { app, actor, params: at } = ask;
      const found = await find(ask);
      if (!found) return missing();
      const language = found.one.patient.language === 'fr' ? 'fr' : 'en';
      const made = await makeRequisition(app, actor as PersonActor, { caseKey: at.key, language });
      return made ? redirect(`/referrals/${at.key}/requisition`) : show(ask, true);
    },
  }),
  route({
    ...{ ...common, method: 'GET', url: `${url}.pdf` },
    async handle(ask) {
      const found = await find(ask, true);
      const paper = found && paperOf(ask, found);
      if (!found || !paper) return missing();
      const bytes = await ask.app.printer.print(paper);
      return file({ bytes, type: 'application/pdf', name: `${found.opened.request.reference}.pdf` });
    },
  }),
];

interface Found {
  opened: Opened;
  one: CaseStory;
  requisition: Requisition | null;
}

/** A case that the person's site sent; `printed`: only when there is a code to print. */
function find({ app, actor, params: at }: CaseAsk, printed = false): Promise<Found | null> {
  return app.db.as(actor, async tx => {
    const requestKey = await tx.cases.requestKeyOf(at.key, 'referral');
    const locked = requestKey === null ? null : await tx.cases.lock(at.key);
    const requisition = await requisitionIn(app, tx, at.key);
    const sent = locked && typeof locked === 'object' && locked.sides.includes('requester');
    if (requestKey === null || !sent || (printed && !requisition)) {
      await tx.audit.add({ act: 'requisition', what: 'case', ids: [], result: 'missing' });
      return null;
    }
    const opened = await openStoryIn(tx, requestKey, 'requisition');
    const one = opened?.request.cases.find(each => each.key === at.key);
    return opened && one ? { opened, one, requisition } : null;
  });
}

async function show(ask: CaseAsk, refused = false): Promise<Reply> {
  const found = await find(ask);
  if (!found) return missing();
  const paper = paperOf(ask, found);
  return page(<RequisitionPage {...found} paper={paper} refused={refused} />, {
    status: refused ? 409 : 200,
  });
}

/** In the patient's language: it is the patient who carries it. */
function paperOf({ app, actor, ui }: CaseAsk, { opened, one, requisition }: Found): Paper | undefined {
  if (!requisition) return undefined;
  const lang = requisition.language;
  const given = { kind: 'requisition', code: requisition.code, to: '', baseUrl: app.config.baseUrl } as const;
  return outsidePaper({ actor, ui: { ...ui, lang, words: words[lang] } }, { opened, one }, given);
}

type PageProps = Found & { paper?: Paper; refused: boolean };

function RequisitionPage({ opened, one, requisition, paper, refused }: PageProps) {
  const ui = useUi();
  const { outside, acts } = ui.words;
  const w = outside.requisition;
  const here = `/referrals/${one.key}/requisition`;
  const { reference, key: requestKey } = opened.request;
  const away = one.state.receiver.offNetwork === true;
  const may = !away && ['sent', 'declined'].includes(one.state.status) && !one.state.via;
  return (
    <Frame title={`${w.title}, ${reference}`} here="worklist">
      <div class="stack acts">
        <p class="s">
          <a href={`/requests/${requestKey}`}>{acts.backTo(reference)}</a>
        </p>
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
        {(refused || (!may && !away)) && !requisition && <Note look="soon">{w.notNow}</Note>}
        {requisition && <p>{w.until(dayLong(requisition.until, ui))}</p>}
        {away && (
          <p>
            <a href={`/referrals/${one.key}/invite`}>{outside.title}</a>
          </p>
        )}
        <div class="line">
          {may && (
            <Form action={here} class="inline">
              <SubmitButton look={requisition ? 'plain' : 'main'}>
                {requisition ? w.again : w.make}
              </SubmitButton>
              {requisition && <span class="s dim"> {w.againHint}</span>}
            </Form>
          )}
          {paper && (
            <>
              <a class="btn" href={`${here}.pdf`}>
                {outside.paper.pdf}
              </a>
              <button type="button" class="btn" data-print hidden>
                {outside.paper.print}
              </button>
            </>
          )}
        </div>
      </div>
      {paper && <PaperView paper={paper} />}
    </Frame>
  );
}
