import { z } from 'zod';
import { faxedFiles } from '../../app/outside/faxed-files.ts';
import { type InviteAsk, invite, takeBack, type WayOut, wayOutIn } from '../../app/outside/invite.ts';
import type { CaseStory } from '../../app/read-request.ts';
import { emailAddress, phoneNumber } from '../../domain/patient/contact.ts';
import { inviteChannels } from '../../domain/referral/invitation.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { words } from '../../words/words.ts';
import { type Opened, openStoryIn } from '../requests/open-story.ts';
import { withPatients } from '../roles.ts';
import { afterRefusal } from './after-refusal.ts';
import { InvitePage } from './invite-page.tsx';
import { filesForReceiver, outsidePaper } from './outside-paper.ts';

const params = z.strictObject({ key });
const body = z.strictObject({ channel: text(10), email: text(300), number: text(60), language: text(5) });
const common = { enter: ['person'], roles: withPatients, phi: true, params } as const;
const url = '/referrals/:key/invite';
type Typed = z.infer<typeof body>;
type CaseAsk = Pick<Ask<z.infer<typeof params>>, 'app' | 'actor' | 'params' | 'ui' | 'words'>;

/** How a referral goes to a receiver off the network, and how far it got. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url, query: z.strictObject({ done: text(10).optional() }) },
    handle: ask => show(ask, { sent: ask.query.done === 'send' }),
  }),
  route({ ...{ ...common, method: 'POST', url, body }, handle: send }),
  route({
    ...{ ...common, method: 'POST', url: '/referrals/:key/close-invitation' },
    async handle(ask) {
      const { app, actor, turn, receipt } = ask;
      const outcome = await takeBack(app, actor, { caseKey: ask.params.key, turn, receipt });
      if (outcome.ok) return redirect(`/referrals/${ask.params.key}/invite`);
      return outcome.refusal === 'not-found'
        ? missing()
        : show(ask, { note: afterRefusal(ask.words, outcome) });
    },
  }),
];

/** The case with the way it was sent out. */
interface Found {
  opened: Opened;
  one: CaseStory;
  way: WayOut | null;
  /** The directory's own, for empty fields. */
  known: { email: string; number: string };
}

function find({ app, actor, params }: CaseAsk): Promise<Found | null> {
  return app.db.as(actor, async tx => {
    const requestKey = await tx.cases.requestKeyOf(params.key, 'referral');
    if (requestKey === null || !(await tx.workspaces.mayInvite(params.key))) {
      await tx.audit.add({ act: 'invite', what: 'case', ids: [], result: 'missing' });
      return null;
    }
    const opened = await openStoryIn(tx, requestKey);
    const one = opened?.request.cases.find(each => each.key === params.key);
    if (!opened || !one) return null;
    const { service, site } = one.state.receiver;
    const [listed] = service === undefined ? [] : await tx.directory.servicesByIds([service]);
    const number = listed?.fax ?? opened.request.names.sites[site]?.fax ?? '';
    const known = { email: listed?.publicEmail ?? '', number };
    return { opened, one, way: await wayOutIn(app, tx, params.key), known };
  });
}

interface Again {
  /** It was opened a moment ago. */
  sent?: boolean;
  typed?: Typed;
  errors?: readonly FieldError[];
  note?: readonly string[];
}

async function show(ask: CaseAsk, again: Again = {}): Promise<Reply> {
  const found = await find(ask);
  if (!found) return missing();
  const faxes = ask.app.fax !== undefined;
  const typed = again.typed ?? begin(found, faxes);
  const me = { member: ask.actor.kind === 'person' ? ask.actor.member : -1 };
  const status = again.note ? 409 : again.errors ? 422 : 200;
  return page(<InvitePage {...found} me={me} typed={typed} faxes={faxes} {...again} />, { status });
}

/** As it went last, else as the directory knows; a way that cannot be taken is not chosen for anybody. */
function begin({ way, known }: Found, faxes: boolean): Typed {
  const { channel: last, to, language = 'en' } = way?.invitation ?? {};
  const email = (last === 'mail' && to) || known.email;
  const number = (last === 'fax' && to) || known.number;
  const channel = last && (last !== 'fax' || faxes) ? last : email ? 'mail' : faxes && number ? 'fax' : '';
  return { channel, email, number, language };
}

async function send(ask: Ask<z.infer<typeof params>, unknown, Typed>): Promise<Reply> {
  const { app, actor, turn, receipt } = ask;
  const found = await find(ask);
  if (!found) return missing();
  const read = readWay(ask, ask.body);
  if ('error' in read) return show(ask, { typed: ask.body, errors: [read.error] });
  const { channel, to } = read;
  const language = ask.body.language === 'fr' ? 'fr' : 'en';
  const fax = channel === 'fax' && {
    fax: async (code: string) => {
      const files = await faxedFiles(app, actor, filesForReceiver(found.one));
      const given = { kind: 'fax', code, to, baseUrl: app.config.baseUrl, files } as const;
      return app.printer.print(outsidePaper(spoken(ask, language), found, given));
    },
  };
  const outcome = await invite(app, actor, {
    ...{ caseKey: ask.params.key, channel, to, language, turn, receipt },
    ...(fax || {}),
  });
  if (outcome.ok)
    return redirect(
      channel === 'paper' ? `${requisition(ask.params.key)}` : `/referrals/${ask.params.key}/invite`,
    );
  if (outcome.refusal === 'not-found') return missing();
  return show(ask, { typed: ask.body, note: afterRefusal(ask.words, outcome) });
}

const requisition = (caseKey: string) => `/referrals/${caseKey}/requisition`;

/** The same reader, in the language of the clinic. */
function spoken({ actor, ui }: CaseAsk, lang: 'en' | 'fr'): Pick<Ask, 'actor' | 'ui'> {
  return { actor, ui: { ...ui, lang, words: words[lang] } };
}

type Way = Pick<InviteAsk, 'channel' | 'to'>;

function readWay({ app, words: { outside: w } }: CaseAsk, typed: Typed): Way | { error: FieldError } {
  const channel = inviteChannels.find(one => one === typed.channel);
  if (!channel || (channel === 'fax' && !app.fax))
    return { error: { field: 'channel', label: w.channel, message: w.chooseChannel } };
  if (channel === 'paper') return { channel, to: '' };
  const [field, label, message] =
    channel === 'mail'
      ? (['email', w.email, w.wrongEmail] as const)
      : (['number', w.number, w.wrongNumber] as const);
  const to = channel === 'mail' ? emailAddress(typed.email) : phoneNumber(typed.number);
  return to ? { channel, to } : { error: { field, label, message } };
}
