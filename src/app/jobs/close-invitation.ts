import { invitationEnds } from '../../domain/referral/invitation.ts';
import { closeIn } from '../outside/invite.ts';
import { actorOf, type Handler } from './handler.ts';

/** A workspace that opens nothing any more: its office sends the referral out anew. */
export const closeInvitation: Handler = {
  kind: 'close-invitation',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const why = invitationEnds.find(one => one === job.payload.why) ?? 'not-delivered';
      const caseKey = await tx.patientLinks.openCase(Number(job.payload.case));
      const locked = caseKey === null ? null : await tx.cases.lock(caseKey);
      if (locked && typeof locked === 'object' && locked.state.guest)
        await closeIn(app, tx, { caseKey: locked.key, side: 'system' }, why);
      await tx.jobs.finish(job);
    }),
};
