import type { PersonActor } from '../../app/actor.ts';
import type { Names } from '../../app/read-request.ts';
import type { Accountable, By, CaseType, ReceiverParty, RequesterParty } from '../../domain/case/state.ts';
import type { Ui } from '../../ui/context.ts';
import type { Words } from '../../words/words.ts';

/** Names of one story in the language of its reader. */
export interface Naming {
  ui: Ui;
  names: Names;
  me: Pick<PersonActor, 'member'>;
}

/** A member with the title; undefined when nobody of that number is known. */
export function memberName({ names }: Pick<Naming, 'names'>, member: number | undefined): string | undefined {
  if (member === undefined) return undefined;
  const card = names.members[member];
  if (!card) return undefined;
  return card.title && !card.name.startsWith(card.title) ? `${card.title} ${card.name}` : card.name;
}

export function siteName({ names, ui }: Pick<Naming, 'names' | 'ui'>, site: number | undefined) {
  return site === undefined ? undefined : names.sites[site]?.[ui.lang];
}

export function serviceName({ names, ui }: Pick<Naming, 'names' | 'ui'>, service: unknown) {
  return typeof service === 'number' ? names.services[service]?.[ui.lang] : undefined;
}

/** With its site, where the story speaks of another service of the same name: "General cardiology (Cedar Valley)". */
export function serviceAtSite({ names, ui }: Pick<Naming, 'names' | 'ui'>, service: unknown) {
  const name = serviceName({ names, ui }, service);
  const alike = Object.values(names.services).filter(one => one[ui.lang] === name);
  const site = alike.length > 1 ? names.services[service as number]?.site?.[ui.lang] : undefined;
  return site === undefined || site === name ? name : `${name} (${site})`;
}

/** Who did something: the member, the patient, the site, or eServices. */
export function actorName(naming: Naming, by: By): string {
  const { sides } = naming.ui.words.case;
  if (by.side === 'patient' || by.side === 'system') return sides[by.side];
  const guest = by.link === undefined ? undefined : naming.names.guests?.[by.link];
  if (guest) return [guest.name, guest.site?.[naming.ui.lang]].filter(Boolean).join(', ');
  return memberName(naming, by.member) ?? siteName(naming, by.site) ?? sides[by.side];
}

/** Who asked: the clinician who signed, else the site, else the name on the paper. */
export function requesterName(naming: Naming, from: RequesterParty): string {
  return (
    memberName(naming, from.clinician) ??
    siteName(naming, from.site) ??
    from.outside?.name ??
    naming.ui.words.case.sides.requester
  );
}

/** Who was asked: the service, else the site; nobody while the patient chooses. */
export function receiverName(naming: Naming, to: ReceiverParty): string {
  if (to.toBeChosen) return naming.ui.words.case.toBeChosen;
  return serviceName(naming, to.service) ?? siteName(naming, to.site) ?? naming.ui.words.case.sides.receiver;
}

/** Who owes the next step: you, a member, the patient, or a site. */
export function holderName(naming: Naming, { side, member, site }: Accountable): string {
  const { words } = naming.ui;
  if (member !== undefined && member === naming.me.member) return words.acts.you;
  if (side === 'patient') return words.acts.thePatient;
  return memberName(naming, member) ?? siteName(naming, site) ?? words.case.sides[side];
}

/** The word of a status, as the viewer's side says it. */
export function statusWord(words: Words, of: { type: CaseType; status: string; receiving: boolean }): string {
  const { statuses, statusesToReceiver } = words[of.type];
  const table: Record<string, string> = of.receiving ? statusesToReceiver : statuses;
  return table[of.status] ?? of.status;
}

/** The word of a verb: of its type, or of every case. */
export function verbWord(words: Words, type: CaseType, verb: string): string {
  const own: Record<string, string> = words[type].verbs;
  const every: Record<string, string> = words.case.verbs;
  return own[verb] ?? every[verb] ?? verb;
}
