import type { CaseStory, RequestStory } from '../../app/read-request.ts';
import { storyOf } from '../../domain/timeline/timeline.ts';
import { monthDayShort } from '../../ui/format.ts';
import { actorName, type Naming } from './names.ts';

/** What colleagues were asked for the answer of a case, as far as the reader holds it (docs/decisions/0063). */
export function colleaguesOf({ cases }: Pick<RequestStory, 'cases'>, { id }: Pick<CaseStory, 'id'>) {
  return cases.filter(({ state }) => state.helps?.case === id);
}

/** A colleague's answer, ready to stand in one's own. */
export interface Quote {
  /** Key of the case it was given in. */
  key: string;
  who: string;
  text: string;
}

/** The latest answer of each colleague, with the things to do it names, under a line that says whose word it is. */
export function quotesOf(naming: Naming, story: RequestStory, one: CaseStory): Quote[] {
  const { ui } = naming;
  return colleaguesOf(story, one).flatMap(each => {
    const answer = storyOf([each]).chapters[0]!.items.findLast(item => item.kind === 'answer');
    if (answer?.kind !== 'answer' || answer.text === '') return [];
    const who = actorName(naming, answer.by);
    const tasks = Array.isArray(answer.content.recommendations) ? answer.content.recommendations : [];
    const lines = tasks.map(({ text }: { text?: unknown }) => `• ${String(text)}`);
    const head = ui.words.colleague.quoted(who, monthDayShort(answer.at, ui));
    return [{ key: each.key, who, text: [head, answer.text, ...lines].join('\n') }];
  });
}
