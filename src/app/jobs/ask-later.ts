import type { LaterWhat } from '../../domain/case/later.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { stillOwed } from '../../domain/econsult/later.ts';
import { type Address, sideAddresses } from '../../domain/notices/address.ts';
import type { Template } from '../../domain/notices/template.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import { runVerbIn } from '../run-verb.ts';
import { actorOf, type Handler } from './handler.ts';

const batch = 200;

/** Every five minutes: what cases ask later on, each a job of its own. */
export const askLater: Handler = {
  kind: 'ask-later',
  every: 300,
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const due = await tx.caseLater.take(batch);
      for (const { caseId, what, at } of due)
        await tx.jobs.add({ kind: 'ask-later-of', payload: { case: caseId, what, at } });
      if (due.length === batch) await tx.jobs.add({ kind: 'ask-later', payload: {} });
      await tx.jobs.finish(job);
    }),
};

/** Asks one of them, when it is still open. */
export const askLaterOf: Handler = {
  kind: 'ask-later-of',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const { case: id, what, at } = job.payload;
      if (what === 'visit-off') await flagUnread(app, tx, Number(id));
      else await ask(app, tx, { id: Number(id), what: what as Asked, at: String(at) });
      await tx.jobs.finish(job);
    }),
};

type Asked = Exclude<LaterWhat, 'visit-off'>;

const templates: Record<Asked, Template> = {
  outcome: 'what-happened',
  advised: 'advised-due',
  'advised-lead': 'advised-overdue',
};

async function ask(app: App, tx: Tx, asked: { id: number; what: Asked; at: string }): Promise<void> {
  const caseKey = await tx.caseLater.caseKey(asked.id);
  const found = caseKey === null ? null : await tx.cases.lock(caseKey);
  if (typeof found !== 'object' || found === null) return;
  const { state, version: seq, reference } = found;
  const [site] = await tx.sites.byIds([state.requester.site ?? state.receiver.site]);
  const due = { by: tx.now, zone: site?.zone ?? 'America/Toronto' };
  if (asked.what !== 'outcome' && !stillOwed(state, due)) return;
  const template = templates[asked.what];
  const notices = addressesFor(asked.what, state).map(to => ({
    ...{ caseId: asked.id, seq, template, to },
    messageId: `${key()}@${new URL(app.config.baseUrl).hostname}`,
    params: { reference, type: state.type, status: state.status, apart: `${asked.what} ${asked.at}` },
  }));
  for (const notice of await tx.notices.add(notices))
    await tx.jobs.add({ kind: 'send-notice', payload: { notice, case: asked.id } });
}

/** The visit is off and the patient has not read it: whoever holds the case calls. */
async function flagUnread(app: App, tx: Tx, id: number): Promise<void> {
  const caseKey = await tx.caseLater.caseKey(id);
  const found = caseKey === null ? null : await tx.cases.lock(caseKey);
  if (caseKey === null || typeof found !== 'object' || found === null) return;
  const open = found.state.hold && ['accepted', 'declined'].includes(found.state.status);
  if (open && (await tx.caseLater.newsUnread(id)))
    await runVerbIn(app, tx, { caseKey, verb: 'not-read', input: {} });
}

function addressesFor(what: Asked, state: CaseState): Address[] {
  const { site } = state.requester;
  if (what === 'advised-lead') return site === undefined ? [] : [{ kind: 'leads', id: site }];
  return sideAddresses(state, 'requester');
}
