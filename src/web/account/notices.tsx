import { z } from 'zod';
import {
  chosen,
  keepChoices,
  keepSiteChoices,
  readChoices,
  siteChosen,
  type TypedChoices,
  type TypedSite,
  typedOf,
} from '../../app/people/message-choices.ts';
import type { SiteChoices } from '../../app/ports/messages.ts';
import { topics } from '../../domain/notices/choices.ts';
import { many, text, tick } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { ChoiceFields } from '../../ui/choice-fields.tsx';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkbox, Radios, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

const common = { enter: ['person'], phi: false } as const;
const own = z.strictObject({
  ...{ channel: text(10), phone: text(60), wanted: many(10), quiet: tick(), daily: tick() },
  ...{ quietFrom: text(10), quietUntil: text(10), digestAt: text(10) },
});
const ofSite = z.strictObject({
  ...{ patientMail: tick(), reminders: text(100), fallbackEmail: text(300), fallbackLanguage: text(2) },
});

/** Which messages a person gets and when; for leads and stewards, those of their site too. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url: '/account/notices' },
    query: z.strictObject({ saved: z.enum(['own', 'site']).optional() }),
    handle: ask => show(ask, { saved: ask.query.saved }),
  }),
  route({
    ...{ ...common, method: 'POST', url: '/account/notices', body: own },
    async handle(ask) {
      const { app, actor, body, ui } = ask;
      const found = chosen(body, { zone: ui.zone, asked: topics, texts: app.config.texts === true });
      if ('problems' in found) return show(ask, { typed: body, problems: found.problems });
      await keepChoices(app, actor, found.choices);
      return redirect('/account/notices?saved=own');
    },
  }),
  route({
    ...{ ...common, method: 'POST', url: '/account/notices/site', body: ofSite },
    roles: ['lead', 'steward'],
    async handle(ask) {
      const found = siteChosen(ask.body);
      if ('problems' in found) return show(ask, { typedSite: ask.body, problems: found.problems });
      const kept = await keepSiteChoices(ask.app, ask.actor, found.choices);
      return kept ? redirect('/account/notices?saved=site') : missing();
    },
  }),
];

interface Shown {
  saved?: 'own' | 'site';
  typed?: TypedChoices;
  typedSite?: TypedSite;
  problems?: readonly (keyof ReturnType<typeof useUi>['words']['choices']['problems'])[];
}

async function show(ask: Pick<Ask, 'app' | 'actor' | 'words'>, shown: Shown): Promise<Reply> {
  const { own: mine, site } = await readChoices(ask.app, ask.actor);
  const errors = (shown.problems ?? []).map(field => ({ field, message: ask.words.choices.problems[field] }));
  const props = {
    ...{ errors, saved: shown.saved, texts: ask.app.config.texts === true },
    ...{ typed: shown.typed ?? typedOf(mine), site: shown.typedSite ?? (site && siteTyped(site)) },
  };
  return page(<NoticesPage {...props} />, { status: errors.length > 0 ? 422 : 200 });
}

function siteTyped({ patientMail, reminderHours, fallbackEmail, fallbackLanguage }: SiteChoices): TypedSite {
  const reminders = reminderHours.join(', ');
  return { patientMail, reminders, fallbackEmail: fallbackEmail ?? '', fallbackLanguage };
}

interface PageProps {
  typed: TypedChoices;
  site: TypedSite | null;
  texts: boolean;
  errors: readonly FieldError[];
  saved?: 'own' | 'site';
}

function NoticesPage({ typed, site, texts, errors, saved }: PageProps) {
  const { words } = useUi();
  const said = words.choices;
  return (
    <Frame title={said.title}>
      <h1>{said.title}</h1>
      {saved && <Note focus>{saved === 'own' ? said.saved : said.site.saved}</Note>}
      <ErrorSummary errors={errors} />
      <div class="cols two">
        <section class="card stack" aria-labelledby="own">
          <h2 id="own">{said.link}</h2>
          <p>{said.lead}</p>
          <Form action="/account/notices" class="stack" labelledBy="own">
            <ChoiceFields typed={typed} asked={topics} texts={texts} errors={errors} />
            <SubmitButton look="main">{said.submit}</SubmitButton>
          </Form>
        </section>
        {site && <SiteCard typed={site} errors={errors} />}
      </div>
    </Frame>
  );
}

function SiteCard({ typed, errors }: { typed: TypedSite; errors: readonly FieldError[] }) {
  const { words, person } = useUi();
  const said = words.choices.site;
  const named = (name: string) => ({ name, error: errorOf(errors, name) });
  return (
    <section class="card stack" aria-labelledby="site">
      <h2 id="site">{said.title(person?.siteName ?? '')}</h2>
      <p>{said.lead}</p>
      <Form action="/account/notices/site" class="stack" labelledBy="site">
        <Checkbox {...named('patientMail')} label={said.patientMail} checked={typed.patientMail} />
        <TextField
          {...named('reminders')}
          label={said.reminders}
          hint={said.remindersHint}
          value={typed.reminders}
          width="mid"
        />
        <TextField
          {...named('fallbackEmail')}
          label={said.fallbackEmail}
          hint={said.fallbackHint}
          value={typed.fallbackEmail}
          type="email"
        />
        <Radios
          {...named('fallbackLanguage')}
          label={said.fallbackLanguage}
          value={typed.fallbackLanguage}
          choices={(['en', 'fr'] as const).map(value => ({ value, label: said.languages[value] }))}
          line
        />
        <SubmitButton look="main">{said.submit}</SubmitButton>
      </Form>
    </section>
  );
}
