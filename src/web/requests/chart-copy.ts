import { formKey } from '../../app/forms/forms-of-story.ts';
import type { Block, Paper } from '../../app/ports/printer.ts';
import type { CaseStory } from '../../app/read-request.ts';
import type { Advised } from '../../domain/econsult/econsult.ts';
import type { AnswerSet } from '../../domain/forms/answers.ts';
import { allItems, expressionOf, inLang } from '../../domain/forms/items.ts';
import { fullName } from '../../domain/patient/patient.ts';
import type { StoryItem } from '../../domain/timeline/timeline.ts';
import { answerInWords } from '../../ui/answer-value.tsx';
import { dayWithYear, momentLong, monthDayShort, number, time } from '../../ui/format.ts';
import { ageInWords, cardInWords } from '../../ui/patient-words.ts';
import { presentCase } from '../cases/case-head.tsx';
import { actorName, holderName, receiverName, requesterName, statusWord } from '../cases/names.ts';
import { didWhat } from '../cases/told.ts';
import { noteReadBy } from './note-read-by.ts';
import type { Telling } from './telling.ts';

type Entry = Exclude<StoryItem, { kind: 'notice' | 'now' }>;

/** A request on paper for the chart: what its page tells this reader, all of it unfolded, in the language of `telling.ui`. */
export function chartCopy(telling: Telling, reader: string): Paper {
  const { ui, request, story } = telling;
  const { copy } = ui.words.story;
  const present = presentCase(request)!;
  return {
    language: ui.lang,
    title: copy.title(request.reference),
    foot: request.reference,
    page: copy.page,
    blocks: [
      { kind: 'heading', level: 1, text: present.state.title },
      { kind: 'text', quiet: true, text: copy.made(reader, momentLong(ui.now, ui)) },
      { kind: 'facts', rows: factsOf(telling, present) },
      ...story.chapters.flatMap((chapter, index) => {
        const one = request.cases[index]!;
        const title = ui.words.timeline.chapter(chapter.number, ui.words.case.types[one.type]);
        const between = [requesterName(telling, chapter.from), receiverName(telling, chapter.to)] as const;
        return [
          { kind: 'heading', level: 2, text: title } as const,
          { kind: 'text', text: ui.words.timeline.between(...between) } as const,
          ...chapter.items.flatMap(item => blocksOf(telling, one, item)),
        ];
      }),
    ],
  };
}

function factsOf({ ui, names, me, request }: Telling, present: CaseStory): [string, string][] {
  const { copy, reference } = ui.words.story;
  const { patient, state, type, sides } = present;
  const { patients } = ui.words;
  const receiving = sides.includes('receiver') && !sides.includes('requester');
  const born = patients.born(dayWithYear(patient.birthDate, ui));
  const sex = patients.sexes[patient.sexAtBirth].toLocaleLowerCase(ui.lang);
  const contact = patient.contacts[0];
  const status = statusWord(ui.words, { type, status: state.status, receiving });
  const naming = { ui, names, me };
  const facts: [string, string | undefined][] = [
    [reference, request.reference],
    [copy.patient, [fullName(patient), ageInWords(ui, patient.birthDate), sex, born].join(', ')],
    [copy.card, cardInWords(ui, patient.card)],
    [copy.contact, [contact?.phone, contact?.email].filter(Boolean).join(', ')],
    [copy.from, requesterName(naming, state.requester)],
    [copy.to, receiverName(naming, state.receiver)],
    [copy.status, state.hold ? `${status}. ${holderName(naming, state.hold.accountable)}` : status],
    [copy.due, state.hold && momentLong(state.hold.due, ui)],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as [string, string]] : []));
}

/** An entry: who did what when, then the words, the answers of a form and what was recommended. */
function blocksOf(telling: Telling, one: CaseStory, item: StoryItem): Block[] {
  if (item.kind === 'now' || item.kind === 'notice') return [];
  const { ui } = telling;
  const when = `${dayWithYear(item.at, ui)}, ${time(item.at, ui)}`;
  if (item.struck) {
    const gone = ui.words.timeline.struck(
      actorName(telling, item.struck.by),
      monthDayShort(item.struck.at, ui),
    );
    return [{ kind: 'text', quiet: true, text: `${when}. ${gone}` }];
  }
  const did = didWhat(telling, one.type, { type: item.code, by: item.by, body: item.body });
  const line = `${when}. ${actorName(telling, item.by)} ${did}`;
  const words = saidIn(telling, one, item);
  if (words.length === 0) return [{ kind: 'text', quiet: true, text: line }];
  return [{ kind: 'heading', level: 3, text: line }, ...words];
}

function saidIn(telling: Telling, one: CaseStory, item: Entry): Block[] {
  const { copy } = telling.ui.words.story;
  const names = item.files.flatMap(id => one.attachments.find(file => file.id === id)?.name ?? []);
  const texts = [item.kind === 'line' ? '' : item.text, ...item.remarks].filter(Boolean);
  return [
    ...texts.map(text => ({ kind: 'text', text }) as const),
    ...(item.kind === 'line' ? [] : contentIn(telling, item.content)),
    ...(item.kind === 'answer' ? noteReaders(telling, item) : []),
    ...(names.length > 0 ? [{ kind: 'text', text: copy.files(names.join(', ')) } as const] : []),
    ...(item.kind === 'answer' ? earlierIn(telling, item) : []),
  ];
}

function contentIn(telling: Telling, content: Record<string, unknown>): Block[] {
  const { ui } = telling;
  const { timeline, econsult, story } = ui.words;
  const blocks: Block[] = apartIn(telling, content);
  const answers = answersIn(telling, content.answers as AnswerSet | undefined);
  if (answers.length > 0) blocks.push({ kind: 'facts', rows: answers });
  const advised = (Array.isArray(content.recommendations) ? content.recommendations : []) as Advised[];
  if (advised.length > 0) {
    const items = advised.map(({ kind, text, condition, due, who }) => {
      const due_ = due && story.due(monthDayShort(due, ui));
      const facts = [kind && econsult.adviceKinds[kind], condition, due_, econsult.recommendationWho[who]]
        .filter(Boolean)
        .join(', ');
      return facts ? `${text} (${facts})` : text;
    });
    blocks.push({ kind: 'text', text: timeline.recommendations }, { kind: 'list', ordered: true, items });
  }
  if (typeof content.redFlags === 'string' && content.redFlags)
    blocks.push({ kind: 'facts', rows: [[timeline.redFlags, content.redFlags]] });
  const references = Array.isArray(content.references) ? content.references.map(String) : [];
  if (references.length > 0)
    blocks.push({ kind: 'text', text: timeline.references }, { kind: 'list', items: references });
  const minutes = Number(content.minutes ?? 0);
  if (minutes > 0) blocks.push({ kind: 'text', quiet: true, text: timeline.minutes(minutes) });
  return blocks;
}

/** The numbered questions with what was planned and agreed, or the reply to each. */
function apartIn({ ui }: Telling, content: Record<string, unknown>): Block[] {
  const { econsult } = ui.words;
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const replies = texts(content.replies).map((text, index) => `${index + 1}. ${text}`);
  const consents: Record<string, string> = econsult.consents;
  const consent = consents[String(content.consent)];
  return [
    ...(content.questions ? [{ kind: 'list', ordered: true, items: texts(content.questions) } as const] : []),
    ...(typeof content.plan === 'string'
      ? [{ kind: 'text', text: `${econsult.plan} ${content.plan}` } as const]
      : []),
    ...(consent ? [{ kind: 'text', quiet: true, text: consent } as const] : []),
    ...replies.filter(text => !/^\d\. $/.test(text)).map(text => ({ kind: 'text', text }) as const),
  ];
}

/** Each question that was answered, and each score, in the order of the form. */
function answersIn({ ui, forms }: Telling, set: AnswerSet | undefined): [string, string][] {
  const form = set && forms.get(formKey(set.form, set.version));
  if (!set || !form) return [];
  return allItems(form.item).flatMap((one): [string, string][] => {
    const label = inLang(one.text, one._text, ui.lang);
    const score = expressionOf(one) === undefined ? undefined : set.scores[one.linkId];
    if (score !== undefined) return [[label, number(score, ui.lang)]];
    const answer = Object.hasOwn(set.answers, one.linkId) ? set.answers[one.linkId] : undefined;
    return answer ? [[label, answerInWords(ui, one, answer.value)]] : [];
  });
}

/** Whether the patient may read a consult note. */
function noteReaders({ ui }: Telling, item: Extract<StoryItem, { kind: 'answer' }>): Block[] {
  const said = noteReadBy(ui.words, item);
  return said
    ? [{ kind: 'text', quiet: true, text: `${said[0]!.toLocaleUpperCase(ui.lang)}${said.slice(1)}.` }]
    : [];
}

/** The answer as it stood before each correction, whole; the latest first. */
function earlierIn(telling: Telling, { earlier }: Extract<StoryItem, { kind: 'answer' }>): Block[] {
  const { ui } = telling;
  const { timeline } = ui.words;
  return earlier.toReversed().flatMap(({ text, content, at, why }): Block[] => {
    const because = why && `${timeline.correctedBecause} ${why}`;
    const head = [`${timeline.earlier}. ${timeline.saidOn(dayWithYear(at, ui))}`, because];
    return [
      { kind: 'text', quiet: true, text: head.filter(Boolean).join(' ') },
      { kind: 'text', quiet: true, text },
      ...contentIn(telling, content),
    ];
  });
}
