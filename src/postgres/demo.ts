import type { Demo, DemoPerson, KeptMail } from '../app/ports/demo.ts';
import type { Instant } from '../domain/case/time.ts';
import type { Querier } from './querier.ts';

/** The demo property of one transaction's database. */
export function demoOf(q: Querier, pretend: Demo['pretend']): Demo {
  return {
    pretend,
    isDemo: async () => (await q.one<{ demo: boolean }>('select demo from installation'))?.demo === true,
    people: () =>
      q.rows<DemoPerson>(
        `select person, key, name, jsonb_build_object('en', does_en, 'fr', does_fr) as does,
           jsonb_build_object('en', site_en, 'fr', site_fr) as "siteName"
         from demo_people()`,
      ),
    moveClock: async hours => {
      if (!(hours > 0)) throw new RangeError('the clock only moves forward');
      const row = await q.one<{ now: Instant }>('select move_clock(make_interval(secs => $1)) as now', [
        hours * 3600,
      ]);
      return row!.now;
    },
    keepMail: async ({ messageId, to, lang, template, reference, link, reason = null }) => {
      const values = [messageId, to, lang, template, reference, link, reason];
      await q.rows('select keep_demo_mail($1, $2, $3, $4, $5, $6, $7)', values);
    },
    keptMails: limit =>
      q.rows<KeptMail>(
        `select message_id as "messageId", address as "to", name, language as lang, template, reference, link,
           coalesce(reason, '') as reason, made_at as "madeAt"
         from kept_demo_mails($1)`,
        [limit],
      ),
  };
}
