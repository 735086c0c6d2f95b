import type { IconName } from '../../ui/drawings.ts';
import type { NodeRole } from '../../ui/timeline.tsx';

interface Look {
  icon: IconName;
  role?: NodeRole;
}

const asks: Look = { icon: 'ask', role: 'say' };
const says: Look = { icon: 'say', role: 'say' };
const good: Look = { icon: 'check', role: 'ok' };

const looks: Readonly<Record<string, Look>> = {
  asked: { icon: 'user', role: 'say' },
  sent: { icon: 'user', role: 'say' },
  transcribed: { icon: 'file', role: 'say' },
  assigned: { icon: 'half' },
  released: { icon: 'back' },
  'info-asked': asks,
  'info-supplied': { icon: 'clip', role: 'say' },
  'asked-again': asks,
  'colleague-asked': asks,
  answered: { icon: 'say', role: 'ok' },
  advised: { icon: 'say', role: 'ok' },
  amended: { icon: 'edit' },
  ticked: { icon: 'task', role: 'ok' },
  closed: good,
  'advice-taken': good,
  acknowledged: good,
  surveyed: { icon: 'task' },
  'turned-back': { icon: 'back', role: 'back' },
  declined: { icon: 'back', role: 'back' },
  'handed-back': { icon: 'back', role: 'back' },
  resubmitted: says,
  converted: { icon: 'right', role: 'ok' },
  redirected: { icon: 'right' },
  proposed: { icon: 'split', role: 'ask' },
  shortlisted: { icon: 'split', role: 'ask' },
  chosen: { icon: 'right', role: 'ok' },
  'none-chosen': { icon: 'back', role: 'back' },
  'choice-lapsed': { icon: 'clock' },
  forwarded: { icon: 'right' },
  split: { icon: 'split' },
  triaged: { icon: 'edit' },
  accepted: { icon: 'half' },
  booked: { icon: 'cal' },
  rebooked: { icon: 'cal' },
  unbooked: { icon: 'x' },
  offered: { icon: 'cal' },
  'slot-taken': { icon: 'calok', role: 'ok' },
  confirmed: { icon: 'calok', role: 'ok' },
  'cannot-come': { icon: 'x', role: 'back' },
  'other-time-asked': { icon: 'clock', role: 'ask' },
  visited: { icon: 'user', role: 'ok' },
  'did-not-attend': { icon: 'x', role: 'back' },
  completed: good,
  cancelled: { icon: 'x' },
  withdrawn: { icon: 'x', role: 'back' },
  messaged: says,
  noted: { icon: 'edit' },
  attached: { icon: 'clip' },
  'urgency-changed': { icon: 'up' },
  worsened: { icon: 'worse', role: 'late' },
  reviewed: { icon: 'check' },
  'contact-logged': { icon: 'phone' },
  reminded: { icon: 'clock' },
  escalated: { icon: 'alert', role: 'late' },
  'link-closed': { icon: 'x', role: 'back' },
  invited: { icon: 'key' },
  'invitation-closed': { icon: 'x', role: 'back' },
  claimed: { icon: 'right', role: 'ok' },
  'link-given': { icon: 'check' },
  recorded: { icon: 'file' },
  transferred: { icon: 'group' },
  voided: { icon: 'x', role: 'late' },
};

/** Drawing and colour of an entry of the story; a dot for what has none of its own. */
export function itemLook(code: string): Look {
  return looks[code] ?? { icon: 'dot' };
}
