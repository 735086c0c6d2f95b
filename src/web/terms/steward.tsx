import { z } from 'zod';
import type { ProgrammeTerms } from '../../app/ports/terms.ts';
import { type Published, publishTerms, readForSteward } from '../../app/programme/terms.ts';
import { text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

interface StewardPageProps {
  terms: ProgrammeTerms | null;
  accepted: number;
  typed: { en: string; fr: string };
  errors: readonly FieldError[];
  done?: boolean;
  stale?: boolean;
}

/** Where a steward of the programme publishes the terms. */
function StewardPage({ terms, accepted, typed, errors, done, stale }: StewardPageProps) {
  const ui = useUi();
  const w = ui.words.terms;
  return (
    <Frame title={w.steward.title} here="worklist">
      <header class="stack">
        <h1>{w.steward.title}</h1>
        <p>{w.steward.lead}</p>
        {terms ? (
          <p class="dim">
            {w.since(dayWithYear(terms.publishedAt, ui), terms.version)}. {w.steward.accepted(accepted)}
          </p>
        ) : (
          <p class="dim">{w.none}</p>
        )}
      </header>
      {done && <Note focus>{w.steward.published}</Note>}
      {stale && (
        <Note look="soon" focus>
          {w.steward.stale}
        </Note>
      )}
      <ErrorSummary errors={errors} />
      <Form action="/programme/terms" class="card stack act" label={w.steward.title}>
        <input type="hidden" name="after" value={String(terms?.version ?? 0)} />
        {(['en', 'fr'] as const).map(lang => (
          <TextArea
            key={lang}
            name={lang}
            label={w.steward[lang]}
            value={typed[lang]}
            rows={12}
            lang={lang}
            error={errorOf(errors, lang)}
          />
        ))}
        <div class="acts">
          <SubmitButton look="main">{w.steward.publish}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

const steward = { enter: ['person'], roles: ['steward'], phi: false, url: '/programme/terms' } as const;
const body = z.strictObject({ after: text(10), en: text(30_000), fr: text(30_000) });

async function show(
  { app, actor }: Pick<Ask, 'app' | 'actor'>,
  more: { typed?: z.infer<typeof body>; errors?: readonly FieldError[]; done?: boolean; stale?: boolean },
): Promise<Reply> {
  const found = await readForSteward(app, actor);
  if (!found) return missing();
  const { typed, errors = [], ...said } = more;
  const props = { ...found, typed: typed ?? found.terms?.text ?? { en: '', fr: '' }, errors, ...said };
  return page(<StewardPage {...props} />, { status: said.stale ? 409 : errors.length > 0 ? 422 : 200 });
}

function errorsOf(published: Published, typed: z.infer<typeof body>, ask: Pick<Ask, 'words'>): FieldError[] {
  const w = ask.words.terms.steward;
  return (['en', 'fr'] as const).flatMap(field => {
    if (published === 'missing' && typed[field].trim() === '')
      return [{ field, label: w[field], message: w.missing }];
    return published === 'too-long' && typed[field].length > 20_000
      ? [{ field, label: w[field], message: w.tooLong }]
      : [];
  });
}

export const routes: Route[] = [
  route({
    ...{ ...steward, method: 'GET' },
    query: z.strictObject({ done: z.literal('1').optional() }),
    handle: ask => show(ask, { done: ask.query.done === '1' }),
  }),
  route({
    ...{ ...steward, method: 'POST', body },
    async handle(ask) {
      const { app, actor, body: typed } = ask;
      const { en, fr } = typed;
      const published = await publishTerms(app, actor, { after: Number(typed.after) || 0, en, fr });
      if (published === null) return missing();
      if (published === 'done') return redirect('/programme/terms?done=1');
      if (published === 'stale') return show(ask, { typed, stale: true });
      return show(ask, { typed, errors: errorsOf(published, typed, ask) });
    },
  }),
];
