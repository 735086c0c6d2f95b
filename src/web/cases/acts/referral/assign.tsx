import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Select } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

interface Places {
  members: { key: string; id: number; name: string; en: string | null; fr: string | null }[];
  units: { key: string; nameEn: string; nameFr: string }[];
  /** Key of the member who has it now. */
  now: string;
}

/** A member, a unit or the queue of the receiver has it from now on. */
export const assign = act<{ member: string; unit: string }, Places>({
  type: 'referral',
  verb: 'assign',
  body: z.strictObject({ member: text(), unit: text() }),
  read: ({ member, unit }) => ({ member, unit }),
  labels: ({ referralActs: { assign: words } }) => ({ member: words.member, unit: words.unit }),
  refusedAt: {
    'no-such-member': 'member',
    'member-away': 'member',
    'in-conflict': 'member',
    'no-such-place': 'unit',
  },
  beside: true,
  icon: 'user',
  load: async (tx, { one, actor }) => {
    const colleagues = await tx.people.colleagues(actor.site);
    const units = await tx.sites.unitsOf(actor.site);
    const holder = one.state.receiver.member;
    return {
      members: colleagues.map(({ member: id, key, name, jobTitleEn: en, jobTitleFr: fr }) => ({
        ...{ id, key, name, en, fr },
      })),
      units,
      now: colleagues.find(({ member }) => member === holder)?.key ?? '',
    };
  },
  form: ({ typed, errors, more }) => {
    const { lang, words } = useUi();
    const { assign: said } = words.referralActs;
    const people = more.members.map(({ key, name, [lang]: job }) => ({
      ...{ value: key, label: job ? `${name}, ${job}` : name },
    }));
    const units = more.units.map(({ key, nameEn, nameFr }) => ({
      ...{ value: key, label: lang === 'fr' ? nameFr : nameEn },
    }));
    return (
      <>
        <Select
          name="member"
          label={said.member}
          choices={[{ value: '', label: said.queue }, ...people]}
          value={typed.member || (errors.length === 0 ? more.now : '')}
          error={errorOf(errors, 'member')}
        />
        {units.length > 0 && (
          <Select
            name="unit"
            label={said.unit}
            choices={[{ value: '', label: said.anyUnit }, ...units]}
            value={typed.unit}
            error={errorOf(errors, 'unit')}
          />
        )}
      </>
    );
  },
});
