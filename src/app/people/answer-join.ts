import { paragraphs } from '../../domain/patient/plain-text.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import { type JoinAnswer, joinAnswers, type KeptJoinRequest } from '../ports/join-requests.ts';
import { forProgramme } from '../programme/for-programme.ts';
import { passwordToken, tokenHash } from '../tokens.ts';
import { passwordLinkHours } from './choose-password.ts';

type Reads = Pick<App, 'db' | 'config'>;

/** A request to join with the name of who answered it; '' while it is open. */
export interface NamedJoinRequest extends KeptJoinRequest {
  answeredByName: string;
}

/** What is wrong with an answer, and in which field. */
export interface AnswerProblem {
  field: 'answer' | 'note';
  problem: 'choose' | 'note-missing' | 'too-long' | 'unreadable';
}

/** Longest note, in characters. */
export const longestNote = 1_000;

/** One request; null when there is none, or for anybody but a steward of the programme. */
export function readJoinRequest(app: Reads, actor: Actor, key: string): Promise<NamedJoinRequest | null> {
  return forProgramme(app, actor, 'join-request', async tx => {
    const request = await tx.joinRequests.byKey(key);
    return request ? (await withNames(tx, [request]))[0]! : notThere(tx, 'join-request');
  });
}

export type AnswerOutcome =
  | { ok: true }
  | { ok: false; problems: AnswerProblem[] }
  /** Somebody answered since the form was drawn. */
  | { ok: false; answered: NamedJoinRequest };

/**
 * Keeps the answer to a request as it was at `version`; another answer may follow. The same answer twice is one. Null when there
 * is no such request, or it is not the actor's to answer.
 */
export function answerJoin(
  app: Reads,
  actor: Actor,
  given: { key: string; version: number | undefined; answer: string; note: string },
): Promise<AnswerOutcome | null> {
  return forProgramme(app, actor, 'answer-join', async tx => {
    const request = await tx.joinRequests.byKey(given.key);
    if (!request) return notThere(tx, 'answer-join');
    const checked = check(given);
    if ('problems' in checked) return { ok: false, problems: checked.problems };
    const { answer, note } = checked;
    if (await tx.joinRequests.answer(request.id, given.version ?? 0, { answer, note })) {
      await tx.audit.add({
        act: 'answer-join',
        what: 'join-request',
        ids: [request.id],
        why: answer,
        result: 'ok',
      });
      if (answer === 'invited') await open(app, tx, request.id);
      else await tx.jobs.add({ kind: 'tell-join', payload: { request: request.id } });
      return { ok: true };
    }
    const now = (await tx.joinRequests.byKey(given.key))!;
    const mine = actor.kind === 'person' && now.answeredBy === actor.member;
    if (mine && now.answer === answer && now.note === note) return { ok: true };
    return { ok: false, answered: (await withNames(tx, [now]))[0]! };
  });
}

/** The site begins to work here, and whoever asked for it is told by mail how to come in. */
async function open(app: Reads, tx: Tx, request: number): Promise<void> {
  const nonce = key();
  const hash = tokenHash(passwordToken(app.config.secretKey, nonce));
  const opened = await tx.joinRequests.open(request, { tokenHash: hash, hours: passwordLinkHours.invite });
  if (!opened) return;
  const { person, invited } = opened;
  await tx.audit.add({ act: 'open-site', what: 'person', ids: [person], result: 'ok' });
  const template = invited ? 'password-invite' : 'place-added';
  await tx.jobs.add({ kind: 'tell-password', payload: { person, nonce, template } });
}

function check(given: {
  answer: string;
  note: string;
}): { answer: JoinAnswer; note: string } | { problems: AnswerProblem[] } {
  const problems: AnswerProblem[] = [];
  const answer = joinAnswers.find(one => one === given.answer);
  if (!answer) problems.push({ field: 'answer', problem: 'choose' });
  const note = paragraphs(given.note, longestNote);
  if ('problem' in note)
    problems.push({ field: 'note', problem: note.problem === 'too-long' ? 'too-long' : 'unreadable' });
  else if (answer === 'declined' && note.value === '')
    problems.push({ field: 'note', problem: 'note-missing' });
  if (!answer || 'problem' in note || problems.length > 0) return { problems };
  return { answer, note: note.value };
}

/** The requests with the names of those who answered them. */
export async function withNames(tx: Tx, requests: readonly KeptJoinRequest[]): Promise<NamedJoinRequest[]> {
  const members = [...new Set(requests.flatMap(one => one.answeredBy ?? []))];
  const cards = members.length > 0 ? await tx.people.cards(members) : [];
  const names = new Map(cards.map(card => [card.member, card.name]));
  return requests.map(one => ({ ...one, answeredByName: names.get(one.answeredBy ?? 0) ?? '' }));
}

async function notThere(tx: Tx, act: string): Promise<null> {
  await tx.audit.add({ act, what: 'join-request', ids: [], result: 'missing' });
  return null;
}
