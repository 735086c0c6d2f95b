import type { PersonActor } from '../../app/actor.ts';
import type { CaseStory } from '../../app/read-request.ts';
import { receiverLeft } from '../../domain/case/access.ts';
import type { Side } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';
import type { EConsult } from '../../domain/econsult/econsult.ts';
import { likelyNow as likelyOfEConsult } from '../../domain/econsult/likely.ts';
import { likelyNow as likelyOfReferral } from '../../domain/referral/likely.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import type { Action } from '../../ui/action-bar.tsx';
import type { Words } from '../../words/words.ts';
import { verbWord } from './names.ts';
import { actFor, pageElsewhere } from './registry.ts';

/** A side with what it may do now. */
interface May {
  side: Side;
  verbs: readonly string[];
}

/** Who looks. */
type Me = Pick<PersonActor, 'member' | 'actingFor'>;

/** Verbs that have their place in the story itself: beside a recommendation. */
const inPlace = ['tick'];

/** What this person may do on a case now, likeliest first, what does harm last; each leads to its page or is pressed. */
export function actionsOn(words: Words, one: CaseStory, at: { now: Instant; me: Me }): Action[] {
  const verbs = [...new Set(one.may.flatMap(may => ordered(one, may, at)))];
  const shown = verbs.filter(
    verb => !inPlace.includes(verb) && hasPage(one, verb) && !tooSoon(one, verb, at.now),
  );
  const harm = (verb: string) => Number(actFor(one.type, verb)?.confirm ?? false);
  return shown
    .sort((a, b) => harm(a) - harm(b))
    .map(verb => {
      const act = actFor(one.type, verb);
      return {
        label: verbWord(words, one.type, verb),
        href: `/${one.type}s/${one.key}/${verb}`,
        ...(act?.icon && { icon: act.icon }),
        ...(act && !act.form && { post: one.turn }),
      };
    });
}

/** Nobody has missed a visit that has not begun. */
function tooSoon({ type, state }: CaseStory, verb: string, now: Instant): boolean {
  const start = type === 'referral' ? (state as Referral).appointment?.start : undefined;
  return verb === 'did-not-attend' && start !== undefined && now < start;
}

/** True when the next step is this person's: of their side, and not a colleague's by name. The receiver calls the patient. */
export function isMine(one: Pick<CaseStory, 'state' | 'sides'>, me: Me): boolean {
  const { accountable } = one.state.hold ?? {};
  if (!accountable) return false;
  // Once the receiver has left, what is with the patient is nobody's to call about.
  if (accountable.side === 'patient' && receiverLeft(one.state)) return false;
  const side = accountable.side === 'patient' ? 'receiver' : accountable.side;
  return one.sides.includes(side) && !isColleagues(one, me);
}

function isColleagues({ state }: Pick<CaseStory, 'state'>, me: Me): boolean {
  const member = state.hold?.accountable.member;
  return member !== undefined && member !== me.member && member !== me.actingFor;
}

/** A step that is a colleague's by name comes after what anybody may do. */
function ordered(one: CaseStory, { side, verbs }: May, at: { now: Instant; me: Me }): string[] {
  const usual = isColleagues(one, at.me) ? ['message'] : likelyOn(one, side, at.now);
  const likely = usual.filter(verb => verbs.includes(verb));
  const marked = verbs.filter(verb => actFor(one.type, verb)?.likely);
  return [...new Set([...likely, ...marked, ...verbs])];
}

function likelyOn({ type, state }: CaseStory, side: Side, now: Instant): readonly string[] {
  return type === 'referral'
    ? likelyOfReferral(state as Referral, side, now)
    : likelyOfEConsult(state as EConsult, side);
}

function hasPage({ type }: Pick<CaseStory, 'type'>, verb: string): boolean {
  return actFor(type, verb) !== undefined || pageElsewhere(type, verb);
}
