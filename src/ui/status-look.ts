import type { Look } from './tag.tsx';

const ended: Look = { role: 'none', icon: 'square' };

const referral: Record<string, Look> = {
  sent: { role: 'new', icon: 'dot' },
  'awaiting-reply': { role: 'ask', icon: 'ask' },
  accepted: { role: 'held', icon: 'half' },
  booked: { role: 'date', icon: 'cal' },
  confirmed: { role: 'ok', icon: 'calok' },
  seen: { role: 'held', icon: 'user' },
  advised: { role: 'told', icon: 'say' },
  declined: { role: 'back', icon: 'back' },
  shortlisted: { role: 'ask', icon: 'split' },
  withdrawn: { role: 'back', icon: 'x' },
  'managed-elsewhere': { role: 'held', icon: 'globe' },
  completed: { role: 'none', icon: 'check' },
  cancelled: { role: 'none', icon: 'x' },
  forwarded: { role: 'none', icon: 'right' },
  redirected: { role: 'none', icon: 'right' },
  split: { role: 'none', icon: 'split' },
  closed: ended,
  void: { role: 'none', icon: 'x' },
};

const econsult: Record<string, Look> = {
  asked: { role: 'new', icon: 'dot' },
  assigned: { role: 'held', icon: 'half' },
  'more-info': { role: 'ask', icon: 'ask' },
  answered: { role: 'told', icon: 'say' },
  returned: { role: 'back', icon: 'back' },
  closed: ended,
  cancelled: { role: 'none', icon: 'x' },
  converted: { role: 'none', icon: 'right' },
  redirected: { role: 'none', icon: 'right' },
  void: { role: 'none', icon: 'x' },
};

const flags: Record<string, Look> = {
  'reply-to-review': { role: 'ask', icon: 'ask' },
  'sent-again': { role: 'new', icon: 'dot' },
  'got-worse': { role: 'back', icon: 'worse' },
  'call-to-confirm': { role: 'date', icon: 'phone' },
  'other-time-asked': { role: 'date', icon: 'clock' },
  'tell-by-phone': { role: 'back', icon: 'alert' },
  'link-closed': { role: 'back', icon: 'x' },
};

/** The looks of both machines, for the test that finds a status nobody drew. */
export const statusLooks = { referral, econsult, flags };

/** Role and drawing of a status of one machine; a flag beats it. An unknown status is grey with a square. */
export function statusLook(type: 'referral' | 'econsult', status: string, flag?: string): Look {
  if (flag !== undefined && flags[flag] !== undefined) return flags[flag];
  return { referral, econsult }[type][status] ?? ended;
}
