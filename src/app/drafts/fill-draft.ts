import { localDay } from '../../domain/case/deadline.ts';
import type { Service } from '../../domain/directory/service.ts';
import type { AnswerSet, TypedAnswers } from '../../domain/forms/answers.ts';
import type { Reading } from '../../domain/forms/check.ts';
import { type EarlierAnswers, type KnownFacts, populate, reasonItem } from '../../domain/forms/populate.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';
import type { PersonActor } from '../actor.ts';
import { isClinical } from '../actor.ts';
import type { App } from '../app.ts';
import { type Answered, answeredBefore } from '../econsult/library.ts';
import { type Whom, whomIn } from '../econsult/whom.ts';
import type { Attachment, RecentFile } from '../ports/attachments.ts';
import type { Tx } from '../ports/database.ts';
import type { Draft } from '../ports/drafts.ts';
import type { PatientRecord } from '../ports/patients.ts';
import type { LicensedMember } from '../ports/people.ts';
import { type CaseInStory, readCaseIn } from '../read-request.ts';
import { recentFor } from './recent-files.ts';

/** A draft with everything its form is drawn from. */
export interface FilledDraft {
  draft: Draft;
  patient: PatientRecord | null;
  service: Service | null;
  /** The services among which the patient chooses, when there are any. */
  options: readonly Service[];
  form: Questionnaire;
  /** As typed, and prefilled where nobody typed. */
  answers: TypedAnswers;
  /** What the form makes of them. */
  reading: Reading;
  attachments: readonly Attachment[];
  /** Of earlier requests for this patient, whether they go along or not. */
  recent: readonly RecentFile[];
  /** Public answers that speak of a question for advice: the first of them, and how many. */
  answered: Answered;
  /** Whom in the group a question may be for. */
  whom: Whom;
  /** Whoever reads along; null when nobody was named, or nobody elsewhere here has that number. */
  copy: LicensedMember | null;
  /** The eConsult that becomes a referral when this is sent. */
  from: CaseInStory | null;
  /** In whose name it goes out; null when the writer must give it to one of `signers`, who sends it. */
  signedBy: string | null;
  signers: readonly { member: number; key: string; name: string }[];
  /** Who wrote it and who is to sign it; null while it waits for nobody's signature. */
  toSign: { writer: string; signer: string } | null;
}

/** Reads it, audited; null when the draft is not there for this actor. */
export async function fillDraft(app: App, actor: PersonActor, key: string): Promise<FilledDraft | null> {
  const filled = await gather(app, actor, key);
  if (!filled) return null;
  const { form, answers, today } = filled;
  return { ...filled, reading: await app.formReader.read({ form, typed: answers, today }) };
}

/** What was answered before and speaks of what is asked. */
async function answeredTo(tx: Tx, { kind, title, question }: Draft): Promise<Answered> {
  const text = `${title} ${question}`;
  if (kind !== 'econsult' || text.trim() === '') return { entries: [], total: 0 };
  return answeredBefore(tx, text, { limit: 3 });
}

/** Everything but the reading, which takes its time and needs no transaction. */
function gather(app: App, actor: PersonActor, key: string) {
  return app.db.as(actor, async tx => {
    const draft = await tx.drafts.byKey(key);
    const about = { act: 'open', what: 'draft' };
    if (!draft) {
      await tx.audit.add({ ...about, ids: [], result: 'missing' });
      return null;
    }
    const patient = draft.patient === null ? null : await tx.patients.byId(draft.patient);
    await tx.audit.add({ ...about, ids: [draft.id], ...(patient && { patient: patient.id }), result: 'ok' });
    const service =
      draft.service === null ? null : ((await tx.directory.servicesByIds([draft.service]))[0] ?? null);
    const options = await optionsIn(tx, draft);
    const form = (await tx.forms.bySlug(draft.form)) ?? (await tx.forms.bySlug(`general-${draft.kind}`));
    if (!form) return null;
    const from = draft.converts === '' ? null : await readCaseIn(tx, draft.converts, 'econsult');
    const today = localDay(tx.now, 'America/Toronto');
    const known = {
      ...{ today, patient: patient ?? undefined, question: draft.question },
      requester: await requesterOf(tx, actor),
      earlier: await earlierOf(tx, from),
    };
    return {
      ...{ draft, patient, service, options, form, from, today },
      answers: populate(form, withReason(form, draft), known),
      attachments: await tx.attachments.byIds(draft.attachments),
      recent: await recentFor(tx, draft),
      answered: await answeredTo(tx, draft),
      whom: draft.kind === 'econsult' && service ? await whomIn(tx, service) : nobody,
      copy: draft.copyTo === '' ? null : await tx.people.byLicence(draft.copyTo),
      ...(await signersIn(tx, actor)),
      toSign: await toSignIn(tx, draft),
    };
  });
}

const nobody: Whom = { specialists: [], automatic: false };

async function optionsIn(tx: Tx, { options }: Draft): Promise<Service[]> {
  const found: Service[] = [];
  for (const key of options) {
    const service = await tx.directory.service(key);
    if (service) found.push(service);
  }
  return found;
}

/** What was typed on Ask answers the form's own question, before anything earlier does. */
function withReason(form: Questionnaire, { answers, question }: Draft): TypedAnswers {
  const reason = reasonItem(form);
  if (!reason || question === '' || Object.hasOwn(answers, reason.linkId)) return answers;
  return { ...answers, [reason.linkId]: { text: question, from: { source: 'question' } } };
}

/** Answers of every case of the request that this party may read, newest first. */
async function earlierOf(tx: Tx, from: CaseInStory | null): Promise<EarlierAnswers[]> {
  const earlier: EarlierAnswers[] = [];
  for (const one of [...(from?.story.cases ?? [])].reverse()) {
    for (const { type, body, at } of one.events) {
      if (type !== 'question' || typeof body !== 'object' || !isAnswerSet(body.answers)) continue;
      const form = await tx.forms.bySlug(body.answers.form, body.answers.version);
      const source = one.type === 'econsult' ? 'earlier-econsult' : 'earlier-referral';
      if (form)
        earlier.push({ form, set: body.answers, from: { source, day: localDay(at, 'America/Toronto') } });
    }
  }
  return earlier;
}

function isAnswerSet(value: unknown): value is AnswerSet {
  return typeof value === 'object' && value !== null && 'form' in value && 'answers' in value;
}

/** Who asks, as the directory of people and sites has it. */
async function requesterOf(tx: Tx, actor: PersonActor): Promise<KnownFacts['requester']> {
  const [card] = await tx.people.cards([actor.actingFor ?? actor.member]);
  const [site] = await tx.sites.byIds([actor.site]);
  return {
    name: card?.name,
    phone: site?.phone ?? undefined,
    fax: site?.fax ?? undefined,
    site: site?.nameEn,
  };
}

async function toSignIn(tx: Tx, { author, actingFor, toSignSince }: Draft): Promise<FilledDraft['toSign']> {
  if (actingFor === null || toSignSince === null) return null;
  const cards = await tx.people.cards([author, actingFor]);
  const nameOf = (member: number) => cards.find(one => one.member === member)?.name ?? '';
  return { writer: nameOf(author), signer: nameOf(actingFor) };
}

async function signersIn(tx: Tx, actor: PersonActor): Promise<Pick<FilledDraft, 'signedBy' | 'signers'>> {
  const who = actor.actingFor ?? actor.member;
  if (isClinical(actor)) {
    const [card] = await tx.people.cards([who]);
    return { signedBy: card?.name ?? '', signers: [] };
  }
  const colleagues = await tx.people.colleagues(actor.site);
  const signers = colleagues
    .filter(one => one.roles.includes('clinician'))
    .map(({ member, key, name }) => ({ member, key, name }));
  return { signedBy: null, signers };
}
