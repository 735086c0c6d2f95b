import { canadianPostalCode } from '../../domain/patient/address.ts';
import { emailAddress, phoneNumber } from '../../domain/patient/contact.ts';
import { oneLine, paragraphs } from '../../domain/patient/plain-text.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type JoinRequest, type JoinUse, joinKinds, joinUses } from '../ports/join-requests.ts';

/** The form as typed. */
export interface TypedJoin {
  siteName: string;
  kind: string;
  address: string;
  city: string;
  postalCode: string;
  phone: string;
  uses: readonly string[];
  leadName: string;
  leadTitle: string;
  email: string;
  language: string;
  remarks: string;
}

/** What is wrong with a field of it. */
export type JoinProblem =
  | 'missing'
  | 'too-long'
  | 'unreadable'
  | 'postal-code'
  | 'phone'
  | 'email'
  | 'choose';
export type JoinProblems = { field: keyof TypedJoin; problem: JoinProblem }[];

/** Longest text of each field, in characters. */
export const joinLimits = {
  siteName: 200,
  address: 200,
  city: 100,
  leadName: 120,
  leadTitle: 120,
  remarks: 1000,
};

/** The request as it is kept, or everything that is wrong with it, in the order of the form. */
export function checkJoin(typed: TypedJoin): { request: JoinRequest } | { problems: JoinProblems } {
  const problems: JoinProblems = [];
  const check = <T>(field: keyof TypedJoin, problem: JoinProblem, value: T | undefined): T => {
    if (value === undefined) problems.push({ field, problem });
    return value as T;
  };
  const line = (field: keyof typeof joinLimits): string => {
    const read = field === 'remarks' ? paragraphs : oneLine;
    const found = read(typed[field], joinLimits[field], field !== 'remarks');
    if ('value' in found) return found.value;
    const plain = found.problem === 'missing' || found.problem === 'too-long';
    return check(
      field,
      plain ? (found.problem as JoinProblem) : 'unreadable',
      undefined as string | undefined,
    );
  };
  const uses = joinUses.filter(use => typed.uses.includes(use)) as JoinUse[];
  const request: JoinRequest = {
    siteName: line('siteName'),
    kind: check(
      'kind',
      'choose',
      joinKinds.find(kind => kind === typed.kind),
    ),
    address: line('address'),
    city: line('city'),
    postalCode: check('postalCode', 'postal-code', canadianPostalCode(typed.postalCode)),
    phone: check('phone', 'phone', phoneNumber(typed.phone)),
    uses: check('uses', 'choose', uses.length > 0 ? uses : undefined),
    leadName: line('leadName'),
    leadTitle: line('leadTitle'),
    email: check('email', 'email', emailAddress(typed.email)),
    language: typed.language === 'fr' ? 'fr' : 'en',
    remarks: line('remarks'),
  };
  return problems.length > 0 ? { problems } : { request };
}

/** Keeps the request for the programme, once per receipt, or says what is wrong with it. */
export async function askToJoin(
  app: App,
  actor: Actor,
  { typed, receipt }: { typed: TypedJoin; receipt: string },
): Promise<{ ok: true } | { ok: false; problems: JoinProblems }> {
  const checked = checkJoin(typed);
  if ('problems' in checked) return { ok: false, problems: checked.problems };
  await app.db.as(actor, async tx => {
    await tx.joinRequests.add(checked.request, receipt);
    await tx.audit.add({ act: 'ask-to-join', what: 'join-request', ids: [], result: 'ok' });
  });
  return { ok: true };
}
