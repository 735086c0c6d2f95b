import { addDays, atLocal, localDay } from '../case/deadline.ts';
import type { Instant } from '../case/time.ts';
import type { Template } from './template.ts';

/** What somebody may do without. Work that waits for them is in none of these. */
export const topics = ['news', 'messages', 'reminders'] as const;
export type Topic = (typeof topics)[number];

const topicOf: Readonly<Partial<Record<Template, Topic>>> = {
  ...{ news: 'news', outcome: 'news', 'access-ended': 'news', 'patient-news': 'news' },
  'patient-survey': 'news',
  message: 'messages',
  ...{ reminder: 'reminders', late: 'reminders', 'patient-visit': 'reminders' },
};

/** Somebody may be in danger, or a right lapses before the morning. */
const urgent: readonly Template[] = ['review', 'urgency', 'link-closed'];

/** How somebody wants to be told. Times of day are `HH:MM` in `zone`. */
export interface Choices {
  channel: 'mail' | 'sms';
  /** The number that texts go to. */
  smsTo: string | null;
  muted: readonly Topic[];
  /** From a time to another one, over midnight when that is earlier. */
  quiet: { from: string; until: string } | null;
  /** Once a day, together; null: each by itself. */
  digestAt: string | null;
  zone: string;
}

/** Of somebody who chose nothing. */
export const usualChoices: Choices = {
  ...{ channel: 'mail', smsTo: null, muted: [], quiet: null, digestAt: null, zone: 'America/Toronto' },
};

/** When a message leaves: `together` with all that wait for the same moment. */
export type Plan = { when: 'now' | 'never' } | { when: 'later' | 'together'; at: Instant };

/** Decides by what the recipient chose. `pressing`: the notice itself says that it cannot wait. */
export function planOf(
  about: { template: Template; pressing: boolean },
  choices: Choices,
  now: Instant,
): Plan {
  const { template, pressing } = about;
  const topic = topicOf[template];
  if (topic !== undefined && choices.muted.includes(topic)) return { when: 'never' };
  if (pressing || urgent.includes(template)) return { when: 'now' };
  const { digestAt, quiet, zone } = choices;
  if (digestAt !== null) return { when: 'together', at: nextAt(digestAt, zone, now) };
  if (quiet !== null && isQuiet(quiet, zone, now))
    return { when: 'later', at: nextAt(quiet.until, zone, now) };
  return { when: 'now' };
}

/** The next moment at which it is that time there, after now. */
function nextAt(time: string, zone: string, now: Instant): Instant {
  const today = localDay(now, zone);
  const at = atLocal(today, time, zone);
  return at > now ? at : atLocal(addDays(today, 1), time, zone);
}

function isQuiet({ from, until }: { from: string; until: string }, zone: string, now: Instant): boolean {
  const today = localDay(now, zone);
  const [begins, ends] = [atLocal(today, from, zone), atLocal(today, until, zone)];
  return begins <= ends ? now >= begins && now < ends : now >= begins || now < ends;
}
