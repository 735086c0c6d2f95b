import { type DemoMail, readMailbox } from '../../app/demo/mailbox.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { mailText, shortText } from '../../words/mail.ts';

/** Every message of a demonstration, open to whoever is at the machine. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/demo/mailbox', enter: ['public'], phi: false, demoOnly: true },
    handle: async ask => page(<Mailbox mails={await readMailbox(ask.app)} />),
  }),
];

function Mailbox({ mails }: { mails: readonly DemoMail[] }) {
  const words = useUi().words.mailbox;
  return (
    <Frame title={words.title}>
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p class="s dim">{words.birthDate}</p>
      </div>
      {mails.length === 0 && <p>{words.none}</p>}
      <div class="stack">
        {mails.map(mail => (
          <Message key={mail.messageId} mail={mail} />
        ))}
      </div>
    </Frame>
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
