import { z } from 'zod';
import {
  chosen,
  keepChoices,
  readChoices,
  type TypedChoices,
  typedOf,
} from '../app/people/message-choices.ts';
import type { Topic } from '../domain/notices/choices.ts';
import { many, text, tick } from '../http/form.ts';
import { page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { ChoiceFields } from '../ui/choice-fields.tsx';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { ErrorSummary, type FieldError } from '../ui/error-summary.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';

const common = { enter: ['patient'], phi: true, url: '/p/notices' } as const;
const asked: readonly Topic[] = ['news', 'reminders'];
const body = z.strictObject({
  ...{ channel: text(10), phone: text(60), wanted: many(10), quiet: tick(), daily: tick() },
  ...{ quietFrom: text(10), quietUntil: text(10), digestAt: text(10) },
});

/** Which messages the holder of a link gets, by which way and when. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', query: z.strictObject({ saved: z.literal('own').optional() }) },
    handle: ask => show(ask, { saved: ask.query.saved === 'own' }),
  }),
  route({
    ...{ ...common, method: 'POST', body },
    async handle(ask) {
      const { app, actor, ui } = ask;
      const found = chosen(ask.body, { zone: ui.zone, asked, texts: app.config.texts === true });
      if ('problems' in found) {
        const errors = found.problems.map(field => ({ field, message: ask.words.choices.problems[field] }));
        return show(ask, { typed: ask.body, errors });
      }
      await keepChoices(app, actor, found.choices);
      return redirect('/p/notices?saved=own');
    },
  }),
];

interface Shown {
  typed?: TypedChoices;
  errors?: readonly FieldError[];
  saved?: boolean;
}

async function show(ask: Pick<Ask, 'app' | 'actor'>, { typed, errors = [], saved }: Shown): Promise<Reply> {
  const { own, mail } = await readChoices(ask.app, ask.actor);
  const props = { typed: typed ?? typedOf(own), errors, saved, mail, texts: ask.app.config.texts === true };
  return page(<NoticesPage {...props} />, { status: errors.length > 0 ? 422 : 200 });
}

interface PageProps {
  typed: TypedChoices;
  errors: readonly FieldError[];
  saved?: boolean;
  mail: boolean;
  texts: boolean;
}

function NoticesPage({ typed, errors, saved, mail, texts }: PageProps) {
  const words = useUi().words.choices;
  return (
    <Frame title={words.title} kind="plainer">
      <ErrorSummary errors={errors} />
      {saved && (
        <Note look="told" focus>
          <p>{words.saved}</p>
        </Note>
      )}
      <section class="card stack" aria-labelledby="choices">
        <h1 id="choices">{words.title}</h1>
        <p>{words.patientLead}</p>
        <Form action="/p/notices" class="stack">
          <ChoiceFields typed={typed} asked={asked} texts={texts} mail={mail} errors={errors} />
          <div class="line acts">
            <SubmitButton look="main" big>
              {words.submit}
            </SubmitButton>
            <a href="/p">{words.back}</a>
          </div>
        </Form>
      </section>
      <CrisisLines />
    </Frame>
  );
}
