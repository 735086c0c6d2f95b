import type { PersonActor } from '../../app/actor.ts';
import type { CaseInStory } from '../../app/read-request.ts';
import { type Advised, answerKinds } from '../../domain/econsult/econsult.ts';
import { fullName } from '../../domain/patient/patient.ts';
import { type StoryItem, storyOf } from '../../domain/timeline/timeline.ts';
import type { Ui } from '../../ui/context.ts';
import { dayLong } from '../../ui/format.ts';
import type { LetterFacts } from '../../words/en/answer-letter.ts';
import type { Lang } from '../../words/lang.ts';
import { memberName, receiverName } from '../cases/names.ts';

type Answer = Extract<StoryItem, { kind: 'answer' }>;

/** The latest answer of an eConsult as its requester may read it; null before there is one. */
export function answerOf({ one }: Pick<CaseInStory, 'one'>): Answer | null {
  const items = storyOf([one]).chapters[0]!.items;
  return items.findLast((item): item is Answer => item.kind === 'answer' && !item.struck) ?? null;
}

/** Everything a letter to the patient says, in the language of the letter. */
export function letterFacts(
  { story, one }: CaseInStory,
  answer: Answer,
  { ui, lang, me }: { ui: Ui; lang: Lang; me: PersonActor },
): LetterFacts {
  const place = { lang, zone: ui.zone };
  const naming = { ui: { ...ui, lang }, names: story.names, me };
  const { recommendations, redFlags } = answer.content;
  const advised = (Array.isArray(recommendations) ? recommendations : []) as Advised[];
  const tasks = advised.filter(({ who }) => who !== 'specialist');
  return {
    patient: fullName(one.patient),
    specialist:
      memberName(naming, answer.by.actingFor ?? answer.by.member) ??
      receiverName(naming, one.state.receiver) ??
      '',
    title: one.state.title,
    kind: answerKinds.find(kind => kind === answer.content.kind) ?? 'advice',
    day: dayLong(answer.at, place),
    doctor: memberName(naming, one.state.requester.clinician) ?? '',
    tasks: tasks.map(({ due, ...rest }) => ({ ...rest, ...(due && { due: dayLong(due, place) }) })),
    worry: typeof redFlags === 'string' ? redFlags : '',
    advice: tasks.length === 0 ? [answer.text, ...repliesOf(answer)].filter(Boolean).join('\n') : '',
  };
}

function repliesOf({ content }: Answer): string[] {
  return Array.isArray(content.replies) ? content.replies.map(String) : [];
}
