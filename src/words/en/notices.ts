import type { Template } from '../../domain/notices/template.ts';

/**
 * What a notice may name: the reference number of the request and a link. Never a person, a site or a specialty. One about a
 * listing, which is of no patient, has the name of the public listing as its reference.
 */
export interface NoticeParts {
  reference: string;
  link: string;
  /** What the programme wrote with its answer. */
  reason?: string;
}

/** A notice as it leaves: one line of subject, then paragraphs. */
export interface NoticeText {
  subject: string;
  body: string[];
}

type Texts = Record<Template, (parts: NoticeParts) => NoticeText>;

const foot = 'This message holds no health information. Please do not answer it.';
const help = 'If you are in danger or very ill, call 911. Do not wait for a message.';

function staff(subject: string, first: string, parts: NoticeParts): NoticeText {
  return { subject: `${subject}: ${parts.reference}`, body: [first, `Open it: ${parts.link}`, foot] };
}

function patient(subject: string, first: string, parts: NoticeParts): NoticeText {
  return { subject, body: [first, `Open your page: ${parts.link}`, help, foot] };
}

function account({ reference }: NoticeParts, subject: string, body: string[]): NoticeText {
  return { subject: `${subject}: ${reference}`, body: [...body, 'Please do not answer this message.'] };
}

function because({ reason }: NoticeParts): string[] {
  return reason ? [`The programme gives this reason: ${reason}`] : [];
}

const templates: Texts = {
  new: p => staff('New request', `A new request, ${p.reference}, has come to you.`, p),
  'your-turn': p => staff('Your turn', `The next step of request ${p.reference} is yours.`, p),
  news: p => staff('News', `There is news about request ${p.reference}.`, p),
  message: p => staff('New message', `There is a new message about request ${p.reference}.`, p),
  answer: p => staff('Answer', `An answer has come to request ${p.reference}.`, p),
  review: p => staff('Please review', `Something in request ${p.reference} needs your review soon.`, p),
  urgency: p =>
    staff(
      'Urgency changed',
      `The urgency of request ${p.reference} has changed. Please see whether its time still fits.`,
      p,
    ),
  outcome: p => staff('Outcome', `Request ${p.reference} has an outcome.`, p),
  reminder: p => staff('Reminder', `The next step of request ${p.reference} is yours and is due soon.`, p),
  late: p => staff('Overdue', `The next step of request ${p.reference} is yours and is overdue.`, p),
  'late-at-your-site': p =>
    staff('Overdue at your site', `Request ${p.reference} waits on your site and is overdue.`, p),
  'late-in-the-network': p =>
    staff('Overdue in the network', `Request ${p.reference} is overdue and has not moved.`, p),
  'nobody-free': p =>
    staff(
      'Nobody is free',
      `Question ${p.reference} cannot be assigned: every specialist of the group is away, has all the questions of this week, answers another field, or must not see it. It waits in your list.`,
      p,
    ),
  'nobody-free-network': p =>
    staff(
      'Nobody is free in a group',
      `Question ${p.reference} waits because no specialist of its group can take it now, and so does whatever came to that group since we last wrote of it. Its assigners were told.`,
      p,
    ),
  'specialist-away': p =>
    staff(
      'Due while its specialist is away',
      `Question ${p.reference} falls due on a day on which its specialist is away. Please make sure that it is answered before, or give it to somebody else.`,
      p,
    ),
  'what-happened': p =>
    staff(
      'What happened?',
      `90 days ago you closed question ${p.reference}. One question remains: what happened? Your answer goes to the specialist who advised you.`,
      p,
    ),
  'advised-due': p =>
    staff(
      'Due today',
      `Something that the specialist recommended on question ${p.reference} is due and not ticked off.`,
      p,
    ),
  'advised-overdue': p =>
    staff(
      'Overdue at your site',
      `A recommendation on question ${p.reference} has been due for two business days and is not ticked off.`,
      p,
    ),
  'library-waiting': p =>
    staff(
      'An answer waits to be published',
      `The answer to question ${p.reference} was proposed for the library. It waits for you or a colleague to read it.`,
      p,
    ),
  'library-published': p =>
    staff(
      'Your proposal is in the library',
      `The group read the answer to question ${p.reference} that you proposed, and published it for others to learn from.`,
      p,
    ),
  'library-withdrawn': p =>
    staff(
      'Your proposal is not in the library',
      `The group took out the answer to question ${p.reference} that you proposed for others to learn from.`,
      p,
    ),
  'access-ended': p =>
    staff('Entered in error', `Request ${p.reference} was entered in error. Your access to it has ended.`, p),
  'link-closed': p =>
    staff(
      'Please call',
      `The link that request ${p.reference} was sent out with is closed: it was opened with a wrong birth date five times, or somebody said that the message was not for them. Nothing more goes to that address. Please call and check it.`,
      p,
    ),
  'not-delivered': p =>
    staff(
      'Please call',
      `A message about request ${p.reference} could not be delivered. Please call and check the e-mail address.`,
      p,
    ),
  'patient-news': p =>
    patient(
      `News about your request ${p.reference}`,
      `There is news about your request ${p.reference}. You can read it on your page.`,
      p,
    ),
  'patient-to-do': p =>
    patient(
      `Please answer: your request ${p.reference}`,
      `We need an answer from you about your request ${p.reference}. Your page shows what to do and by when.`,
      p,
    ),
  'patient-reminder': p =>
    patient(
      `Reminder: your request ${p.reference}`,
      `We still need an answer from you about your request ${p.reference}. Your page shows what to do and by when.`,
      p,
    ),
  'patient-visit': p =>
    patient(
      `Your visit is coming: request ${p.reference}`,
      `You have a visit soon. It belongs to your request ${p.reference}. Your page shows when and where.`,
      p,
    ),
  'patient-survey': p =>
    patient(
      `How was your visit? Request ${p.reference}`,
      `You had a visit that belongs to your request ${p.reference}. On your page, six short questions ask how it was.`,
      p,
    ),
  'patient-helper': p =>
    patient(
      `You may help with request ${p.reference}`,
      `Somebody let you in to their request ${p.reference}. To open it, you need their birth date.`,
      p,
    ),
  'patient-code': p =>
    patient(
      `Your code is ${p.reference}`,
      `Type the code ${p.reference} on your page. It is good for 10 minutes. We never ask you for it by phone.`,
      p,
    ),
  'guest-invite': p => ({
    subject: `A request waits for you: ${p.reference}`,
    body: [
      `Request ${p.reference} was sent to you. You can read and answer it without an account.`,
      `Open it: ${p.link}`,
      'A code is then sent to this address. If it is not for you, do nothing and the sender will ask.',
      foot,
    ],
  }),
  'guest-code': p => ({
    subject: `Your code is ${p.reference}`,
    body: [
      `Type the code ${p.reference} on the page that asked for it. It is good for a short time, for one request.`,
      `The page: ${p.link}`,
      'If you did not ask for it, do nothing. We never ask you for it by phone.',
      foot,
    ],
  }),
  'guest-news': p => ({
    subject: `News: request ${p.reference}`,
    body: [`There is news about request ${p.reference}.`, `Open it: ${p.link}`, foot],
  }),
  'listing-validated': p =>
    staff(
      'Listing validated',
      `Your request is validated: the listing of ${p.reference} is yours to keep. Please check what it says.`,
      p,
    ),
  'listing-refused': p =>
    account(p, 'Listing not given', [
      `Your request to keep the listing of ${p.reference} was not accepted.`,
      ...because(p),
      `Your listings, and what you asked for: ${p.link}`,
    ]),
  'listings-unchecked': p =>
    account(p, 'Please check your listings', [
      `Some listings of ${p.reference} have not been checked for a year, and the directory says so.`,
      `Read them through, and say that they are right: ${p.link}`,
    ]),
  'join-declined': p =>
    account(p, 'Not opened', [
      `Your request to join eServices with ${p.reference} was not accepted.`,
      ...because(p),
      `If something has changed, ask again: ${p.link}`,
    ]),
  'join-duplicate': p =>
    account(p, 'Asked before', [
      `${p.reference} has asked to join eServices before, or works here already. Nothing more is needed from you.`,
      `If you work there, its lead can give you an account. To sign in: ${p.link}`,
    ]),
  // Its reference is how many.
  'library-settled': p =>
    account(p, 'Questions that your answers settled', [
      `Since you last heard of it, this many were settled by what you wrote for the library, so that nobody had to ask: ${p.reference}.`,
      `What your answers did: ${p.link}`,
    ]),
  'draft-to-sign': p =>
    account(p, 'Waiting for your signature', [
      `Somebody at your site prepared what goes out in your name once you sign it. This many wait for you now: ${p.reference}.`,
      `Read and sign: ${p.link}`,
    ]),
  'service-open': p =>
    account(p, 'Open again', [
      `${p.reference} takes people again. You asked to be told.`,
      `Its page: ${p.link}`,
    ]),
  'password-reset': p =>
    account(p, 'Choose a new password', [
      `Somebody, probably you, asked for a new password for ${p.reference}.`,
      `Choose it within an hour: ${p.link}`,
      'If it was not you, do nothing. Your password stays as it is.',
    ]),
  'password-invite': p =>
    account(p, 'Your account', [
      `Your site has made an account for ${p.reference}.`,
      `Choose your password within 7 days: ${p.link}`,
    ]),
  'password-changed': p =>
    account(p, 'Your password was changed', [
      `The password of ${p.reference} was changed, and other devices were signed out.`,
      `If it was not you, tell the lead of your site at once. Your account: ${p.link}`,
    ]),
  'place-added': p =>
    account(p, 'One more place to work', [
      `The account ${p.reference} has a new place to work.`,
      `Change between your places on your account page: ${p.link}`,
    ]),
  'patient-outcome': p =>
    patient(
      `News about your request ${p.reference}`,
      `Your request ${p.reference} has ended. Your page shows what happened and who can help you now.`,
      p,
    ),
};

/** Notices: subject and paragraphs of each template. */
export const notices = {
  templates,
  /** Below a reminder of a visit. */
  visit: {
    confirm: (link: string) => `To say that you will come: ${link}`,
    form: 'The clinic asks you a few questions before it. Your page has them.',
    papers: 'There is something to read before it. Your page has it.',
    cannot: (link: string) => `If you cannot come: ${link}`,
    file: 'The file with this message puts the visit in your calendar.',
  },
  /** As a text message. */
  short: (said: string, link: string) => `eServices: ${said}. ${link}`,
  /** Several notices in one message, once a day. */
  digest: {
    subject: (count: number) => `${count} messages from eServices`,
    lead: 'This is what has happened since the last message, in its order.',
    foot,
  },
};
