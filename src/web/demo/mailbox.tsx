import { z } from 'zod';
import { type DemoMail, readMailbox } from '../../app/demo/mailbox.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { TextField } from '../../ui/fields.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Pager } from '../../ui/pager.tsx';
import { mailText, shortText } from '../../words/mail.ts';

/** Messages on one page. */
const pageLength = 25;

/** Every message of a demonstration, open to whoever is at the machine. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/demo/mailbox', enter: ['public'], phi: false, demoOnly: true },
    query: z.strictObject({ to: z.string().max(200).optional(), page: z.string().optional() }),
    async handle({ app, query }) {
      const to = (query.to ?? '').trim();
      const at = /^[1-9]\d{0,3}$/.test(query.page ?? '') ? Number(query.page) : 1;
      return page(<Mailbox mails={await readMailbox(app, { to })} to={to} at={at} />);
    },
  }),
];

interface MailboxProps {
  mails: readonly DemoMail[];
  /** Part of a name or an address; '' for everybody. */
  to: string;
  /** From 1. */
  at: number;
}

function Mailbox({ mails, to, at }: MailboxProps) {
  const words = useUi().words.mailbox;
  const before = (at - 1) * pageLength;
  return (
    <Frame title={words.title}>
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p class="s dim">{words.birthDate}</p>
      </div>
      <form method="get" action="/demo/mailbox" class="line" aria-label={words.find}>
        <TextField name="to" label={words.whose} type="search" value={to} width="mid" />
        <SubmitButton look="plain">{words.find}</SubmitButton>
        {to !== '' && <a href="/demo/mailbox">{words.everybody}</a>}
      </form>
      {mails.length === 0 && <p>{to === '' ? words.none : words.noneTo}</p>}
      <div class="stack">
        {mails.slice(before, before + pageLength).map(mail => (
          <Message key={mail.messageId} mail={mail} />
        ))}
      </div>
      <Pages {...{ mails, to, at }} />
    </Frame>
  );
}

function Pages({ mails, to, at }: MailboxProps) {
  const before = (at - 1) * pageLength;
  const shown = Math.max(0, Math.min(pageLength, mails.length - before));
  if (shown === mails.length) return null;
  const address = (page: number) =>
    `/demo/mailbox?${new URLSearchParams({ ...(to !== '' && { to }), page: String(page) })}`;
  return (
    <Pager
      {...{ before, shown, all: mails.length }}
      previous={at > 1 ? address(at - 1) : undefined}
      next={before + pageLength < mails.length ? address(at + 1) : undefined}
    />
  );
}

function Message({ mail }: { mail: DemoMail }) {
  const ui = useUi();
  const words = ui.words.mailbox;
  const { subject, text } = textOf(mail);
  const lang = mail.lang === ui.lang ? undefined : mail.lang;
  return (
    <article class="msg stack" aria-labelledby={`m-${mail.messageId}`}>
      <header>
        <h2 id={`m-${mail.messageId}`} class="b" lang={lang}>
          {subject}
        </h2>
        <span class="s typed">
          {words.to} {mail.name ?? words.contact} &lt;{mail.to}&gt;
        </span>
        <span class="s dim">
          {mail.channel === 'sms' && `${words.sms} `}
          {mail.state === 'waiting' && mail.sendAfter
            ? words.waitsUntil(momentShort(mail.sendAfter, ui))
            : words.states[mail.state]}
        </span>
        <time datetime={mail.madeAt}>{momentShort(mail.madeAt, ui)}</time>
      </header>
      <Text text={text} link={mail.link} lang={lang} />
      <details class="xs dim">
        <summary>{words.envelope}</summary>
        <p class="typed">
          {words.language} {words.languages[mail.lang]}
          <br />
          {words.id} <span class="code">&lt;{mail.messageId}&gt;</span>
        </p>
      </details>
    </article>
  );
}

/** A text message has no subject: it stands here under the line that a mail would have. */
function textOf(mail: DemoMail): { subject: string; text: string } {
  const written = mailText(mail.lang, mail.template, mail);
  return mail.channel === 'mail' ? written : { ...written, text: shortText(mail.lang, mail.template, mail) };
}

/** The text as it was sent, its one address made a link that stays on this site. */
function Text({ text, link, lang }: { text: string; link: string; lang?: string }) {
  const at = text.indexOf(link);
  return (
    <p class="typed s" lang={lang}>
      {text.slice(0, at)}
      <a href={new URL(link).pathname}>{link}</a>
      {text.slice(at + link.length)}
    </p>
  );
}
