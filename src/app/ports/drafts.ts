import type { Instant } from '../../domain/case/time.ts';
import type { TypedAnswers } from '../../domain/forms/answers.ts';
import type { Spent } from '../../domain/forms/timing.ts';
import type { Choices } from '../../domain/notices/choices.ts';
import type { Language } from './people.ts';

/** What a draft says so far. Everything may be empty: a draft is kept as it is typed. */
export interface DraftContent {
  kind: 'econsult' | 'referral';
  /** Inside id of a patient of the site. */
  patient: number | null;
  /** Inside id of the request it continues. */
  continues: number | null;
  /** Inside id of a service of the directory; the first of `options` when there are any. */
  service: number | null;
  /** Keys of the services among which the patient chooses; none when it goes to `service`. Docs/decisions/0031. */
  options: readonly string[];
  /** Words for the patient who chooses. */
  forPatient: string;
  title: string;
  /** The clinical problem as typed on Ask; becomes the question of an eConsult or the reason of a referral. */
  question: string;
  /** Slug of the form answered, '' before one is chosen. */
  form: string;
  answers: TypedAnswers;
  /** Inside ids, in order. */
  attachments: readonly number[];
  urgency: 'routine' | 'urgent' | '';
  urgencyReason: string;
  /** The eConsult that becomes this referral when it is sent; key of the case. */
  converts: string;
  /** Why the patient is sent for a visit all the same, once the specialist has advised. */
  whyVisit: string;
  /** Whom in the group: '' whoever it chooses, 'best-match', or a specialist's key. */
  wanted: string;
  /** The specialist may turn the question into a referral. */
  mayConvert: boolean;
  /** Several questions of an eConsult, one a line. */
  questions: string;
  /** What the requester would do without the advice. */
  plan: string;
  /** How the patient agreed that advice is asked; '' before it was said. */
  adviceConsent: 'yes' | 'implied' | '';
  /** Whether the patient is told of an eConsult as it goes, or by what the requester writes later on. */
  tell: 'now' | 'later';
  /** The patient agrees to be contacted; '' before it was asked. */
  mayContact: 'yes' | 'no' | '';
  /** The day by which a letter follows, as typed; '' when all is in it. */
  letterDue: string;
  /** Licence number of the family physician who reads along, as typed. */
  copyTo: string;
  /** Through the central intake, where the service leaves that to the sender. */
  through: boolean;
  /** Parts of the earlier case that do not move along. */
  leaveBehind: readonly ('advice' | 'attachments')[];
  /** The questions that close the eConsult which this referral follows, as typed, by field. */
  survey: Readonly<Record<string, string>>;
  /** Things said in the problem that the search passes over, by their keys. */
  passOver: readonly string[];
  /** Seconds spent on each question, where that is known. */
  spent: Spent;
  /** Receipt of the form that was saved last: another one is another tab, or somebody else. */
  savedFrom: string;
}

export interface Draft extends DraftContent {
  id: number;
  key: string;
  /** Member who began it. */
  author: number;
  /** Member in whose name it will be sent, when not the author. */
  actingFor: number | null;
  /** Since when it waits for that member's signature; null while it does not. Docs/decisions/0080. */
  toSignSince: Instant | null;
  /** Rises with each save. */
  version: number;
  createdAt: Instant;
  savedAt: Instant;
}

/** A line of the folder of drafts. */
export interface DraftLine {
  key: string;
  kind: Draft['kind'];
  title: string;
  /** '' before a patient is chosen. */
  patientName: string;
  savedAt: Instant;
  /** Whose signature it waits for; '' for none. */
  sign: 'mine' | 'theirs' | '';
}

/** Somebody whose signature drafts wait for, as a message finds them. */
export interface Signer {
  /** Inside id. */
  person: number;
  address: string;
  language: Language;
  /** What they chose; null: nothing. */
  choices: Choices | null;
  /** Drafts that wait for them; of one draft alone, 1. */
  waiting: number;
}

/** Requests not sent yet, of the author and of the member acted for. They never expire by themselves. */
export interface Drafts {
  begin(content: Partial<DraftContent> & Pick<DraftContent, 'kind'>): Promise<Draft>;
  byKey(key: string): Promise<Draft | null>;
  /** Those to sign first, then as they were saved last; at most 100. */
  mine(): Promise<DraftLine[]>;
  /**
   * Autosave: changes the given fields. Null when the draft is gone, or was saved from elsewhere since `version`, so that
   * an older tab never overwrites what is newer.
   */
  save(key: string, version: number, change: Partial<DraftContent>): Promise<Draft | null>;
  /** Adds a file to the end, whatever the version: an upload must not lose to an autosave. */
  addFile(key: string, attachment: number): Promise<Draft | null>;
  /** Null also when the file is not in that draft. */
  removeFile(key: string, attachment: number): Promise<Draft | null>;
  /** The author gives it to a clinician of the site, who may then send it; false for anybody else. */
  giveToSign(key: string, signer: number): Promise<boolean>;
  /** For the job: those who may sign that draft, or that person if anything waits for them; nobody who wrote it. */
  signers(of: { draft: number } | { person: number }): Promise<Signer[]>;
  /** By its author, or when it was sent. False when there is none. */
  discard(key: string): Promise<boolean>;
}
