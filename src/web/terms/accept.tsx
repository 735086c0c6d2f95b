import { z } from 'zod';
import type { ProgrammeTerms } from '../../app/ports/terms.ts';
import { acceptTerms, readTerms } from '../../app/programme/terms.ts';
import { key, text } from '../../http/form.ts';
import { page, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

interface TermsPageProps {
  terms: ProgrammeTerms | null;
  /** Key of the draft that waits to be sent. */
  draft?: string | undefined;
  moved?: boolean;
}

/** The terms that hold; with a draft, the way to accept them. */
export function TermsPage({ terms, draft, moved }: TermsPageProps) {
  const ui = useUi();
  const w = ui.words.terms;
  return (
    <Frame title={w.title} here={draft ? 'ask' : undefined}>
      <header class="stack">
        <h1>{w.title}</h1>
        {terms && <p class="dim">{w.since(dayWithYear(terms.publishedAt, ui), terms.version)}</p>}
      </header>
      {moved && (
        <Note look="soon" focus>
          {w.moved}
        </Note>
      )}
      {draft && <p>{w.first}</p>}
      {terms ? <div class="card typed">{terms.text[ui.lang]}</div> : <p>{w.none}</p>}
      {draft && terms && (
        <Form action="/terms" class="line acts">
          <input type="hidden" name="draft" value={draft} />
          <input type="hidden" name="version" value={String(terms.version)} />
          <SubmitButton look="main" icon="check">
            {w.accept}
          </SubmitButton>
          <a class="btn text" href={`/drafts/${draft}`}>
            {w.back}
          </a>
        </Form>
      )}
    </Frame>
  );
}

/** The terms for everybody; whoever sends for the first time accepts them here. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/terms', enter: ['public'], phi: false },
    query: z.strictObject({ draft: key.optional() }),
    async handle({ app, actor, query }) {
      const draft = actor.kind === 'person' ? query.draft : undefined;
      return page(<TermsPage terms={await readTerms(app, actor)} draft={draft} />);
    },
  }),
  route({
    ...{ method: 'POST', url: '/terms', enter: ['person'], phi: false },
    body: z.strictObject({ draft: key, version: text(10) }),
    async handle(ask: Ask<unknown, unknown, { draft: string; version: string }>) {
      const { app, actor, body } = ask;
      if (await acceptTerms(app, actor, Number(body.version) || 0))
        return redirect(`/drafts/${body.draft}?terms=accepted`);
      const terms = await readTerms(app, actor);
      return page(<TermsPage terms={terms} draft={body.draft} moved />, { status: 409 });
    },
  }),
];
