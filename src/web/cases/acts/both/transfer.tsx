import { z } from 'zod';
import type { Tx } from '../../../../app/ports/database.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { type Choice, Select, TextArea } from '../../../../ui/fields.tsx';
import { type ActOn, act } from '../../act.ts';

interface Takers {
  members: Choice[];
  /** Units of the site, in both languages. */
  units: { key: string; en: string; fr: string }[];
}

/** Who may take over: colleagues who work with patients, and the units of one's own site. */
async function takersAt(tx: Tx, { actor, side, one }: ActOn): Promise<Takers> {
  // Who answers a question is chosen by its own rules: Docs/decisions/0083.
  const people = one.type === 'referral' || side === 'requester';
  const colleagues = people ? await tx.people.colleagues(actor.site) : [];
  const clinical = colleagues.filter(({ roles }) =>
    roles.some(
      role => role === 'clinician' || role === 'resident' || (side === 'receiver' && role === 'clerk'),
    ),
  );
  const units = await tx.sites.unitsOf(actor.site);
  return {
    members: clinical.map(({ key: value, name: label }) => ({ value, label })),
    units: units.map(({ key, nameEn: en, nameFr: fr }) => ({ key, en, fr })),
  };
}

/** A side passes to another member or unit, and what it owes goes with it. */
export const transfer = act<{ to: string; why: string }, Takers>({
  type: 'both',
  verb: 'transfer',
  body: z.strictObject({ to: text(60), why: text(100_000) }),
  read: ({ to, why }) => {
    const [kind, key] = to.split(' ');
    return { ...(key && { [kind === 'unit' ? 'place' : 'member']: key }), why };
  },
  load: takersAt,
  fieldOf: ([name = '']) => (name === 'why' ? 'why' : 'to'),
  refusedAt: { 'no-such-member': 'to', 'no-such-place': 'to' },
  labels: ({ everyAct }) => ({ to: everyAct.transferTo, why: everyAct.whyTransfer }),
  icon: 'group',
  others: ['assign'],
  form: ({ typed, errors, more }) => {
    const { words, lang } = useUi();
    const { everyAct, fields } = words;
    const choices = [
      ...more.members.map(one => ({ ...one, value: `member ${one.value}`, group: everyAct.people })),
      ...more.units.map(one => ({ value: `unit ${one.key}`, label: one[lang], group: everyAct.units })),
    ];
    return (
      <>
        <p>{everyAct.transferWhat}</p>
        <Select
          {...{ name: 'to', label: everyAct.transferTo, choices, value: typed.to, empty: fields.choose }}
          error={errorOf(errors, 'to')}
          required
        />
        <TextArea
          {...{ name: 'why', label: everyAct.whyTransfer, value: typed.why, required: true }}
          error={errorOf(errors, 'why')}
        />
      </>
    );
  },
});
