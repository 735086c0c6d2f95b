import type { PatientPage } from '../app/patient/portal.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Place } from '../ui/format.ts';
import type { Lang } from '../words/lang.ts';

/** Where the times of a page are told: the zone of the clinic that sees the patient. */
export function placeOf({ story, current }: PatientPage, ui: Place): Place {
  return {
    lang: ui.lang,
    zone: story.names.sites[current.state.receiver.site]?.zone ?? ui.zone,
    ...(ui.now !== undefined && { now: ui.now }),
  };
}

/** May the patient do this now, on the case that goes on? */
export function mayDo({ current }: PatientPage, verb: string): boolean {
  return current.may.some(({ side, verbs }) => side === 'patient' && verbs.includes(verb));
}

/** Is the request with somebody besides the doctor who asked? */
export function isThere({ status, hold }: Pick<CaseState, 'status' | 'hold'>): boolean {
  return hold !== undefined && !['declined', 'shortlisted', 'returned', 'withdrawn'].includes(status);
}

/** Somebody to call. */
export interface Card {
  name: string;
  what: string;
  /** The site, when the name is a person's. */
  at?: string;
  phone?: string;
}

/** The doctor who asked and the clinic or specialist who was asked, with their phones. */
export function cardsOf(
  { story, current }: PatientPage,
  lang: Lang,
  roles: { doctor: string; clinic: string; specialist: string },
): Card[] {
  const { sites, members } = story.names;
  const { requester, receiver, type } = current.state;
  const site = (id: number | undefined) => (id === undefined ? undefined : sites[id]);
  const clinic = site(receiver.site);
  const office = site(requester.site);
  const doctor = requester.clinician === undefined ? undefined : members[requester.clinician];
  const cards: Card[] = [];
  if (clinic && !receiver.toBeChosen && type === 'referral' && isThere(current.state))
    cards.push({ name: clinic[lang], what: roles.clinic, phone: clinic.phone ?? undefined });
  if (office)
    cards.push({
      ...(doctor ? { name: doctor.name, at: office[lang] } : { name: office[lang] }),
      ...{ what: roles.doctor, phone: office.phone ?? undefined },
    });
  return cards;
}
