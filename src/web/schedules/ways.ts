import { z } from 'zod';
import type { Text } from '../../domain/schedule/plan.ts';
import { key } from '../../http/form.ts';
import type { Lang } from '../../words/lang.ts';
import { withPatients } from '../roles.ts';

/** Who enters the pages of schedules: they show who has which time. */
export const bookers = { enter: ['person'], roles: withPatients, phi: true } as const;

/** Who keeps them: nothing of patients is on these pages. */
export const keepers = { enter: ['person'], roles: withPatients, phi: false } as const;

/** The address of a schedule. */
export const params = z.strictObject({ key });

/** A name in the language of the page. */
export function named(name: Text, lang: Lang): string {
  return name[lang];
}
