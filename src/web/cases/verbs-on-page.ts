import type { CaseStory } from '../../app/read-request.ts';
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

/** Verbs that have their place in the story itself: beside a recommendation or a message. */
const inPlace = ['tick', 'strike'];

/** What this person may do on a case now, likeliest first, what does harm last; each leads to its page or is pressed. */
export function actionsOn(words: Words, one: CaseStory, now: Instant): Action[] {
  const verbs = [...new Set(one.may.flatMap(may => ordered(one, may, now)))];
  const shown = verbs.filter(verb => !inPlace.includes(verb) && hasPage(one, verb));
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

function ordered(one: CaseStory, { side, verbs }: May, now: Instant): string[] {
  const likely = likelyOn(one, side, now).filter(verb => verbs.includes(verb));
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
