import type { Appointment, CaseState } from '../../domain/case/state.ts';
import { askedForm } from '../../domain/referral/answer-form.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { NoticeParams } from '../ports/notices.ts';
import { actorOf, type Handler } from './handler.ts';

const batch = 200;

/** Every five minutes: visits that are as near as their site wants its patients reminded, each once for a rule. */
export const remindVisits: Handler = {
  kind: 'remind-visits',
  every: 300,
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const due = await tx.messages.claimReminders(batch);
      for (const payload of due) await tx.jobs.add({ kind: 'remind-visit', payload: { ...payload } });
      // There may be more than one batch: they are claimed by now, so the next look finds the rest.
      if (due.length === batch) await tx.jobs.add({ kind: 'remind-visits', payload: {} });
      await tx.jobs.finish(job);
    }),
};

/** Reminds the patient of one visit, when it still stands. */
export const remindVisit: Handler = {
  kind: 'remind-visit',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const { case: id, starts, hours } = job.payload;
      await remind(app, tx, { id: Number(id), starts: String(starts), hours: Number(hours) });
      await tx.jobs.finish(job);
    }),
};

async function remind(app: App, tx: Tx, visit: { id: number; starts: string; hours: number }): Promise<void> {
  const caseKey = await tx.patientLinks.openCase(visit.id);
  const found = caseKey === null ? null : await tx.cases.lock(caseKey);
  if (caseKey === null || typeof found !== 'object' || found === null) return;
  const { state } = found;
  const appointment = standing(state);
  if (appointment?.start !== visit.starts || !state.patient.reachable || state.patient.deceased) return;
  const [notice] = await tx.notices.add([
    {
      ...{ caseId: visit.id, seq: found.version, template: 'patient-visit' },
      messageId: `${key()}@${new URL(app.config.baseUrl).hostname}`,
      to: { kind: 'patient', id: found.requestId },
      params: {
        reference: found.reference,
        ...paramsOf(state, appointment),
        ...(asksForm(state) && { form: true }),
        ...(hasPapers(appointment) && { papers: true }),
        uid: caseKey,
        at: tx.now,
        apart: `${visit.hours} ${visit.starts}`,
      },
    },
  ]);
  await tx.jobs.add({ kind: 'send-notice', payload: { notice: notice!, case: visit.id } });
}

function standing({ status, appointment }: CaseState): Appointment | undefined {
  return status === 'booked' || status === 'confirmed' ? appointment : undefined;
}

/** A form before the visit is not answered yet. */
function asksForm(state: CaseState): boolean {
  return state.type === 'referral' && askedForm(state as Referral) !== undefined;
}

function hasPapers({ sheets = [], papers = [] }: Appointment): boolean {
  return sheets.length + papers.length > 0;
}

/** What a calendar needs of it, and nothing more. */
function paramsOf({ status, turn }: CaseState, { start, length }: Appointment): NoticeParams {
  return { start, turn, confirmed: status === 'confirmed', ...(length !== undefined && { length }) };
}
