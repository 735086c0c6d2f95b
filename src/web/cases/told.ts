import type { ReadBody } from '../../app/ports/cases.ts';
import type { By, CaseType, Side } from '../../domain/case/state.ts';
import { isVideoLink } from '../../domain/schedule/video-link.ts';
import { dayShort, momentShort, monthDayShort } from '../../ui/format.ts';
import type { Told } from '../../words/told.ts';
import type { Words } from '../../words/words.ts';
import { inLists, priorityName } from '../worklist/triage-words.ts';
import { actorName, memberName, type Naming, serviceAtSite, siteName } from './names.ts';

/** An event, or an entry of the story, of which a line is told. */
export interface Tellable {
  type: string;
  by: By;
  body: ReadBody;
}

/** What happened, in words that follow the name of who did it: "assigned it to Dr. Strandberg, next in turn". */
export function didWhat(naming: Naming, type: CaseType, event: Tellable): string {
  const { words } = naming.ui;
  const lines: Record<string, (told: Told) => string> = { ...words.case.events, ...words[type].events };
  const line = lines[event.type];
  if (!line) return event.type;
  return line(toldOf(naming, type, typeof event.body === 'object' ? event.body : {}, event.type));
}

/** "Dr. Strandberg assigned it to …" */
export function sentenceOf(naming: Naming, type: CaseType, event: Tellable): string {
  return `${actorName(naming, event.by)} ${didWhat(naming, type, event)}`;
}

type Body = Record<string, unknown>;

function toldOf(naming: Naming, type: CaseType, body: Body, event: string): Told {
  const told = {
    day: dayOf(naming, body),
    reason: reasonOf(naming, type, body),
    service: servicesOf(naming, body),
    party: partyOf(naming, body),
    place: placeOf(naming, body),
    what: whatOf(naming, type, body, event),
    count: countOf(body),
    left: body.left === true || undefined,
    away: body.away === true || undefined,
    through: body.through === true || undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

function countOf(body: Body): number | undefined {
  const count = body.count ?? body.hours;
  return typeof count === 'number' ? count : listIn(body.services)?.length;
}

const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const listIn = (value: unknown) => (Array.isArray(value) ? value : undefined);
const bodyIn = (value: unknown): Body | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;

function appointmentOf(body: Body): Body | undefined {
  return bodyIn(body.appointment) ?? bodyIn(bodyIn(body.offer)?.appointment);
}

/** The address of a video visit is for following, beside the story; in its line it says how they meet. */
function placeOf({ ui }: Naming, body: Body): string | undefined {
  const place = textIn(body.where) ?? textIn(appointmentOf(body)?.place);
  return place && isVideoLink(place) ? ui.words.referral.media.video.toLocaleLowerCase(ui.lang) : place;
}

function dayOf({ ui }: Naming, body: Body): string | undefined {
  const start = textIn(appointmentOf(body)?.start);
  if (start) return momentShort(start, ui);
  const [from, until] = [textIn(body.from), textIn(body.until)];
  if (from && until) return ui.words.timeline.fromTo(monthDayShort(from, ui), monthDayShort(until, ui));
  const day = textIn(body.anticipated) ?? textIn(body.receivedOn) ?? textIn(body.when) ?? textIn(body.on);
  return day && /^\d{4}-\d{2}-\d{2}/.test(day) ? dayShort(day, ui) : undefined;
}

/** A code in the words of its kind, else what somebody typed. */
function coded(code: unknown, ...tables: readonly Readonly<Record<string, string>>[]): string | undefined {
  const text = textIn(code);
  if (text === undefined) return undefined;
  return tables.find(table => Object.hasOwn(table, text))?.[text] ?? text;
}

function reasonOf({ ui }: Naming, type: CaseType, body: Body): string | undefined {
  const { econsult, referral, case: every } = ui.words;
  const own =
    type === 'econsult'
      ? [econsult.assignReasons, econsult.turnBackReasons, econsult.cancelReasons]
      : [referral.declineReasons, referral.cancelReasons, referral.invitationEnds];
  if (body.how !== undefined) return coded(body.outcome, every.contactOutcomes);
  return coded(body.reason ?? body.why, ...own);
}

function servicesOf(naming: Naming, body: Body): string | undefined {
  const several = listIn(body.services);
  if (several)
    return (
      several
        .map(one => serviceAtSite(naming, one))
        .filter(Boolean)
        .join(', ') || undefined
    );
  const receiver = bodyIn(body.receiver);
  return serviceAtSite(naming, body.service ?? body.suggested ?? receiver?.service);
}

function partyOf(naming: Naming, body: Body): string | undefined {
  const { ranks } = naming.ui.words.case;
  const side = textIn(body.of) ?? textIn(body.side);
  const member = typeof body.member === 'number' ? memberName(naming, body.member) : undefined;
  const site = typeof body.site === 'number' ? siteName(naming, body.site) : undefined;
  return member ?? site ?? (side ? ranks[side as Side]?.m : undefined);
}

/** The site's own words for priority and protocol, in the reader's language. */
function triageOf({ ui, names }: Pick<Naming, 'ui' | 'names'>, body: Body): string {
  const { words, lang } = ui;
  const lists = names.triage ?? { priority: [], protocol: [] };
  const [said, protocol] = [textIn(body.priority), textIn(body.protocol)];
  const parts = [
    said && priorityName(words, lang, { said, lists }),
    protocol && inLists(lists.protocol, protocol, lang),
  ];
  return parts.filter(Boolean).join(', ');
}

/** What a hand-over took along, or nothing for words about another event. */
function along(
  about: unknown,
  { firstQuestion, addedSince, adviceAlong }: Words['case'],
): string | undefined {
  if (about === 'first-question') return firstQuestion;
  if (about === 'added-since') return addedSince;
  return about === 'advice' ? adviceAlong : undefined;
}

function whatOf({ ui, names }: Naming, type: CaseType, body: Body, event: string): string | undefined {
  const { econsult, referral, case: every } = ui.words;
  switch (event) {
    case 'attached':
      return textIn(body.what);
    case 'offer-lapsed':
      return coded(body.how, referral.offerEnds);
    case 'urgency-changed':
      return coded(body.urgency, every.urgencies)?.toLocaleLowerCase(ui.lang);
    case 'reviewed':
      return coded(body.cleared, every.flags);
    case 'contact-logged':
      return coded(body.how, every.contactWays);
    case 'reminded':
    case 'escalated':
      return coded(body.level, every.levels);
    case 'recorded':
      return textIn(body.saidBy);
    case 'answered':
      return coded(body.kind, econsult.answerKinds);
    case 'ticked':
      return coded(body.state, econsult.recommendationStates);
    case 'triaged':
      return triageOf({ ui, names }, body);
    case 'remarked':
      return along(body.about, every);
    case 'other-time-asked':
      return textIn(body.times);
    case 'surveyed':
      return coded(bodyIn(body.survey)?.harm, econsult.harms);
    case 'outcome-reported':
      return [coded(body.outcome, econsult.outcomes), coded(body.harm, econsult.harms)]
        .filter(Boolean)
        .join('; ');
    default:
      return coded(
        body.outcome ?? appointmentOf(body)?.label,
        type === 'econsult' ? econsult.outcomes : referral.outcomes,
        referral.labels,
      );
  }
}
