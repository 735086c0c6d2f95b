import { formKey } from '../../app/forms/forms-of-story.ts';
import type { CaseStory } from '../../app/read-request.ts';
import { papersOf } from '../../app/schedule/papers-of.ts';
import type { AnswerSet } from '../../domain/forms/answers.ts';
import type { StoryItem } from '../../domain/timeline/timeline.ts';
import { Answers, Scores } from '../../ui/answers.tsx';
import { Attached } from '../../ui/attached.tsx';
import { monthDayShort } from '../../ui/format.ts';
import { Raised } from '../../ui/raised.tsx';
import { Awaited, Happened, Said, Typed } from '../../ui/timeline.tsx';
import { colleaguesOf } from '../cases/colleagues.ts';
import { actorName, holderName, memberName, siteName, statusWord } from '../cases/names.ts';
import { didWhat } from '../cases/told.ts';
import { AnswerText } from './answer-text.tsx';
import { AskedApart, questionsOf } from './asked-apart.tsx';
import { itemLook } from './item-look.ts';
import { noteReadBy } from './note-read-by.ts';
import type { TellingOf } from './telling.ts';

type Entry = Exclude<StoryItem, { kind: 'notice' | 'now' }>;

/** One entry of the story: a line, a message, an answer, how a notice fared, or what is awaited. */
export function Item({ item, telling }: { item: StoryItem; telling: TellingOf }) {
  if (item.kind === 'now') return <Now item={item} telling={telling} />;
  if (item.kind === 'notice') return <NoticeLine item={item} telling={telling} />;
  if (item.struck) return <Struck item={item} telling={telling} />;
  const words = item.kind === 'line' && item.remarks.length === 0 && filesOf(telling.one, item).length === 0;
  return words ? <Line item={item} telling={telling} /> : <Spoken item={item} telling={telling} />;
}

interface Told<I> {
  item: I;
  telling: TellingOf;
}

function did({ item, telling }: Told<Entry>): string {
  const { by, code: type, body } = item;
  return didWhat(telling, telling.one.type, { type, by, body });
}

/** "for Dr. Okafor-Reid", or for the side off the network. */
function onBehalf({ item: { by }, telling }: Told<Entry>): string {
  const { timeline, case: words } = telling.ui.words;
  if (by.recordedFor)
    return timeline.recordedFor(words.sides[by.recordedFor].toLocaleLowerCase(telling.ui.lang));
  const clinician = memberName(telling, by.actingFor);
  return clinician ? timeline.actsFor(clinician) : '';
}

function Line({ item, telling }: Told<Entry>) {
  return (
    <Happened at={item.at} {...itemLook(item.code)}>
      <strong>{actorName(telling, item.by)}</strong>{' '}
      {[did({ item, telling }), onBehalf({ item, telling })].filter(Boolean).join(' ')}
      {item.code === 'colleague-asked' && <HowItStands item={item} telling={telling} />}
    </Happened>
  );
}

/** How what a colleague was asked stands, with the way there, for who holds it too. */
function HowItStands({ item, telling: { request, one, ui } }: Told<Entry>) {
  const asked = colleaguesOf(request, one).find(({ state }) => state.helps?.nth === item.body.nth);
  if (!asked) return null;
  return (
    <>
      {' ('}
      <a href={`/requests/${request.key}#case-${asked.key}`}>
        {statusWord(ui.words, {
          type: asked.type,
          status: asked.state.status,
          receiving: false,
        }).toLocaleLowerCase(ui.lang)}
      </a>
      {')'}
    </>
  );
}

function Spoken({ item, telling }: Told<Entry>) {
  const minutes = item.kind === 'answer' ? Number(item.content.minutes ?? 0) : 0;
  const { timeline } = telling.ui.words;
  const aside = [did({ item, telling }), onBehalf({ item, telling })].filter(Boolean).join(' ');
  const said = [aside, minutes > 0 && timeline.minutes(minutes), readers({ item, telling })];
  return (
    <Said
      who={actorName(telling, item.by)}
      did={said.filter(Boolean).join(', ')}
      at={item.at}
      answer={item.kind === 'answer'}
      {...itemLook(item.code)}
    >
      {item.kind === 'answer' ? (
        <AnswerText item={item} questions={questionsOf(telling.one)} />
      ) : (
        item.kind === 'message' && <Words item={item} />
      )}
      {item.remarks.map(text => (
        <Typed key={text} text={text} />
      ))}
      {item.kind === 'message' && <FormAnswers item={item} telling={telling} />}
      <Attached files={filesOf(telling.one, item)} />
    </Said>
  );
}

function Words({ item }: { item: Extract<Entry, { kind: 'message' }> }) {
  return (
    <>
      {item.text && <Typed text={item.text} />}
      <AskedApart content={item.content} />
    </>
  );
}

/** Who reads it, where that is not what one expects: one side only, or the patient too; of a consult note whether the patient does. */
function readers({ item, telling }: Told<Entry>): string {
  const { words } = telling.ui;
  const note = item.kind === 'answer' && noteReadBy(words, item);
  if (note) return note;
  const oneSide = ['requester', 'receiver', 'intake'].includes(item.audience);
  const open = item.code === 'messaged' && item.audience === 'everyone';
  return oneSide || open
    ? words.story.onlyFor(words.case.audiences[item.audience].toLocaleLowerCase(telling.ui.lang))
    : '';
}

/** What came with it; with a visit the papers of its kind too. */
function filesOf(one: CaseStory, { files, body }: Pick<Entry, 'files' | 'body'>) {
  const { sheets } = (body.appointment ?? {}) as { sheets?: number[] };
  const named = files.flatMap(id => one.attachments.find(file => file.id === id) ?? []);
  return sheets ? [...named, ...papersOf(one, { sheets })] : named;
}

function FormAnswers({ item, telling }: Told<Extract<Entry, { kind: 'message' }>>) {
  const set = item.content.answers as AnswerSet | undefined;
  const form = set && telling.forms.get(formKey(set.form, set.version));
  if (!set || !form) return null;
  return (
    <>
      <Raised form={form} set={set} />
      <Scores form={form} set={set} />
      <details class="s">
        <summary>{telling.ui.words.timeline.formAnswers(Object.keys(set.answers).length)}</summary>
        <Answers form={form} set={set} />
      </details>
    </>
  );
}

function Struck({ item, telling }: Told<Entry>) {
  const { ui } = telling;
  const { struck } = item;
  if (!struck) return null;
  return (
    <Happened at={item.at} icon="x">
      <span class="dim">
        {ui.words.timeline.struck(actorName(telling, struck.by), monthDayShort(struck.at, ui))}
        {struck.why && ': '}
        <bdi>{struck.why}</bdi>
      </span>
    </Happened>
  );
}

function NoticeLine({ item, telling }: Told<Extract<StoryItem, { kind: 'notice' }>>) {
  const { noticeStates, noticeTo } = telling.ui.words.timeline;
  const states: Record<string, (to: string) => string> = noticeStates;
  const names: Record<string, string> = noticeTo;
  return (
    <Happened at={item.at} icon={item.state === 'failed' ? 'alert' : 'globe'}>
      <span class="dim">{states[item.state]?.(names[item.to] ?? item.to)}</span>
    </Happened>
  );
}

function Now({ item, telling }: Told<Extract<StoryItem, { kind: 'now' }>>) {
  const { words } = telling.ui;
  const { accountable, next } = item.hold;
  const mine = accountable.member !== undefined && accountable.member === telling.me.member;
  const who =
    accountable.side === 'patient' ? words.timeline.noticeTo.patient : holderName(telling, accountable);
  const site = siteName(telling, accountable.site);
  return (
    <Awaited
      icon={accountable.side === 'patient' ? 'user' : 'clock'}
      id={telling.present ? 'latest' : `now-${telling.one.key}`}
    >
      <strong>{mine ? words.story.yourTurn : words.timeline.waitingFor(who ?? site)}</strong>{' '}
      {words.case.nextSteps[next]}
    </Awaited>
  );
}
