import type { CaseStory } from '../../app/read-request.ts';
import type { By } from '../../domain/case/state.ts';
import type { AnswerSet, AnswerValue } from '../../domain/forms/answers.ts';
import { filled, type Resource } from '../directory-resources.ts';
import type { Parties, Reference } from './parties.ts';

/** What the resources of one case point to. */
export interface About {
  one: CaseStory;
  parties: Parties;
  patient: Reference;
  request: Reference;
  task: Reference;
  /** By inside id of the attachment. */
  documents: ReadonlyMap<number, Reference>;
}

type ReadEvent = CaseStory['events'][number];
type Body = Record<string, unknown>;

/** Fields of event bodies that hold what somebody wrote, in the order in which they are read. */
const written = ['question', 'text', 'redFlags', 'reason', 'why', 'comment', 'what'] as const;

/** Events whose body this party may read, without the struck ones. */
export function toldIn(one: CaseStory): (ReadEvent & { body: Body })[] {
  const struck = one.state.struck?.events ?? [];
  return one.events.filter(
    (event): event is ReadEvent & { body: Body } =>
      typeof event.body === 'object' && !struck.includes(event.seq),
  );
}

/** Each event that says something in words, or brings files, as a Communication. */
export function communicationsOf(about: About): Resource[] {
  return toldIn(about.one).flatMap(event => {
    const payload = payloadOf(event.body, about);
    if (payload.length === 0) return [];
    return [
      filled({
        ...{ resourceType: 'Communication', id: idAt(about.one, 'said', event.seq), status: 'completed' },
        category: [{ text: event.type }],
        subject: about.patient,
        basedOn: [about.request],
        sent: event.at,
        sender: authorOf(event.by, about),
        payload,
      }),
    ];
  });
}

function payloadOf(body: Body, { documents }: About): Record<string, unknown>[] {
  const texts = written.flatMap(name => {
    const value = body[name];
    return typeof value === 'string' && value.trim() !== '' ? [{ contentString: value }] : [];
  });
  const advised = Array.isArray(body.recommendations) ? (body.recommendations as Body[]) : [];
  const files = (Array.isArray(body.attachments) ? body.attachments : []).flatMap(
    id => documents.get(Number(id)) ?? [],
  );
  return [
    ...texts,
    ...advised.flatMap(({ text }) => (typeof text === 'string' && text ? [{ contentString: text }] : [])),
    ...files.map(contentReference => ({ contentReference })),
  ];
}

/** The answers to forms, with the scores that were worked out. */
export function responsesOf(about: About): Resource[] {
  return toldIn(about.one).flatMap(({ body, seq, at, by }) => {
    const set = body.answers as AnswerSet | undefined;
    if (typeof set !== 'object' || set === null || typeof set.form !== 'string') return [];
    const scores = Object.entries(set.scores).map(([linkId, value]) => ({
      linkId,
      answer: [{ valueDecimal: value }],
    }));
    const item = Object.entries(set.answers).map(([linkId, { value }]) => ({
      linkId,
      answer: valuesOf(value),
    }));
    return [
      filled({
        ...{
          resourceType: 'QuestionnaireResponse',
          id: idAt(about.one, 'answers', seq),
          status: 'completed',
        },
        questionnaire: `urn:eservices:form:${set.form}|${set.version}`,
        ...{ basedOn: [about.request], subject: about.patient, authored: at },
        author: authorOf(by, about),
        item: [...item, ...scores].filter(one => one.answer.length > 0),
      }),
    ];
  });
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

function valuesOf(value: AnswerValue): Record<string, unknown>[] {
  if (typeof value === 'object') return value.map(code => ({ valueString: code }));
  if (typeof value === 'boolean') return [{ valueBoolean: value }];
  if (typeof value === 'number')
    return [Number.isInteger(value) ? { valueInteger: value } : { valueDecimal: value }];
  if (value === '') return [];
  return [dayShape.test(value) ? { valueDate: value } : { valueString: value }];
}

/** Who did what when, for every event this party may read. */
export function provenanceOf(about: About): Resource[] {
  return toldIn(about.one).map(({ type, seq, at, by }) =>
    filled({
      ...{ resourceType: 'Provenance', id: idAt(about.one, 'done', seq), target: [about.task], recorded: at },
      activity: { text: type },
      agent: [
        filled({
          who: authorOf(by, about) ?? { display: by.side },
          onBehalfOf: by.actingFor === undefined ? undefined : about.parties.member(by.actingFor, by.site),
        }),
      ],
    }),
  );
}

function authorOf(by: By, { parties, patient }: About): Reference | undefined {
  if (by.side === 'patient') return patient;
  return parties.member(by.member, by.site) ?? parties.site(by.site);
}

/** An id of at most 64 characters that two exports of one case agree on. */
export function idAt(one: CaseStory, what: string, number: number): string {
  return `${one.key}-${what}-${number}`;
}
