import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type AskRoutes, routesIn } from '../directory/ask-routes.ts';
import { type CaseInStory, readCaseIn } from '../read-request.ts';
import { routeOf } from './ask.ts';

/** An eConsult whose patient needs a visit, with the services that fit. */
export interface NeedsVisit {
  on: CaseInStory;
  /** The title and the question as asked, or what was typed instead. */
  problem: string;
  routes: AskRoutes;
}

/** Null, audited, when there is no such eConsult for this actor. */
export function readVisit(
  app: App,
  actor: Actor,
  given: { caseKey: string; problem?: string },
): Promise<NeedsVisit | null> {
  return app.db.as(actor, async tx => {
    const on = await readCaseIn(tx, given.caseKey, 'econsult');
    if (!on) return null;
    const problem = given.problem ?? asAsked(on);
    return {
      on,
      problem,
      routes: await routesIn(tx, { text: problem, patient: on.one.patient, adviceToo: false }),
    };
  });
}

/** True while the actor may turn it into a referral. */
export function mayConvert({ one }: CaseInStory): boolean {
  return one.may.some(({ side, verbs }) => side === 'requester' && verbs.includes('convert'));
}

/** Whose page it is: whoever asked searches the directory for a form, the specialist answers and sends in one go. */
export function convertSide(app: App, actor: Actor, caseKey: string): Promise<'requester' | 'receiver'> {
  return app.db.as(actor, async tx => {
    const on = await readCaseIn(tx, caseKey, 'econsult');
    if (!on || mayConvert(on)) return 'requester';
    const specialist = on.one.may.some(({ verbs }) => verbs.includes('convert'));
    return specialist || !on.one.sides.includes('requester') ? 'receiver' : 'requester';
  });
}

/** Begins the draft of the referral: its key, or null when that is not possible for this actor. */
export function beginVisit(
  app: App,
  actor: Actor,
  given: { caseKey: string; problem: string; serviceKey: string },
): Promise<string | null> {
  return app.db.as(actor, async tx => {
    const on = await readCaseIn(tx, given.caseKey, 'econsult');
    if (!on || !mayConvert(on) || on.story.patientId === null) return null;
    const service = await tx.directory.service(given.serviceKey);
    if (service?.kind !== 'referral') return null;
    const question = withoutTitle(on, given.problem);
    const draft = await tx.drafts.begin({
      ...(await routeOf(tx, service)),
      ...{ patient: on.story.patientId, continues: on.story.id, converts: on.one.key },
      ...{ title: on.one.state.title, question, urgency: on.one.state.urgency },
    });
    const patient = on.story.patientId;
    await tx.audit.add({ act: 'begin', what: 'draft', ids: [draft.id], patient, result: 'ok' });
    return draft.key;
  });
}

function asAsked(on: CaseInStory): string {
  return [on.one.state.title, questionOf(on)].filter(Boolean).join('\n\n');
}

function questionOf({ one }: CaseInStory): string {
  const body = one.events.findLast(event => event.type === 'question')?.body;
  if (typeof body !== 'object' || typeof body.question !== 'string') return '';
  // A referral has one question: what was asked apart stands in it, each with its number.
  const apart = Array.isArray(body.questions) ? body.questions.map((one, nth) => `${nth + 1}. ${one}`) : [];
  return [body.question, ...apart].join('\n');
}

/** The problem without the title on top, which the referral has as its own. */
function withoutTitle(on: CaseInStory, problem: string): string {
  const heading = `${on.one.state.title}\n\n`;
  const typed = problem.replace(/\r\n?/g, '\n');
  return (typed.startsWith(heading) ? typed.slice(heading.length) : typed).trim();
}
