import { z } from 'zod';
import { key as newKey } from '../../app/ports/ids.ts';
import { textUses } from '../../app/ports/standard-answers.ts';
import { oneLine, paragraphs } from '../../domain/patient/plain-text.ts';
import { key, text } from '../../http/form.ts';
import { page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import type { Words } from '../../words/words.ts';
import { withPatients } from '../roles.ts';
import { TextsPage, type TypedText } from './page.tsx';

const common = { enter: ['person'], roles: withPatients, phi: false, url: '/standard-answers' } as const;

/** Longest title and text, in characters. */
const longest = { title: 80, words: 8_000 } as const;

function problemsOf({ fields, standardAnswers }: Words, typed: TypedText): FieldError[] {
  const read = {
    title: oneLine(typed.title, longest.title, true),
    words: paragraphs(typed.words, longest.words, true),
  };
  return (['title', 'words'] as const).flatMap(field => {
    const result = read[field];
    if ('value' in result) return [];
    const message = result.problem === 'missing' ? fields.missing : fields.tooLong(longest[field]);
    return [{ field, label: standardAnswers.fields[field], message }];
  });
}

/** Texts for answers and consult notes: one's own and the group's. */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    query: z.strictObject({ done: z.literal('yes').optional(), for: z.enum(textUses).optional() }),
    handle: ({ app, actor, query }) =>
      app.db.as(actor, async tx =>
        page(
          <TextsPage
            texts={await tx.standardAnswers.here()}
            done={query.done === 'yes'}
            usedFor={query.for}
          />,
        ),
      ),
  }),
  route({
    ...common,
    method: 'POST',
    body: z.strictObject({
      ...{ key: key.optional(), title: text(1_000), words: text(20_000) },
      ...{ whose: text(10), usedFor: text(10), do: text(10) },
    }),
    async handle({ app, actor, body, words }) {
      const typed = { ...body, key: body.key ?? '' };
      const errors = body.do === 'remove' ? [] : problemsOf(words, typed);
      const full = {
        field: 'title',
        label: words.standardAnswers.fields.title,
        message: words.standardAnswers.full,
      };
      return app.db.as(actor, async tx => {
        const { title, words: said, whose, usedFor } = typed;
        const one = {
          key: typed.key || newKey(),
          title: title.trim(),
          words: said.trim(),
          own: whose !== 'group',
          usedFor: textUses.find(use => use === usedFor) ?? 'answer',
        };
        const done =
          errors.length === 0 &&
          (body.do === 'remove'
            ? await tx.standardAnswers.remove(one.key)
            : await tx.standardAnswers.keep(one));
        if (done || body.do === 'remove') return redirect('/standard-answers?done=yes');
        const texts = await tx.standardAnswers.here();
        const why = errors.length > 0 ? errors : [full];
        return page(<TextsPage texts={texts} typed={typed} errors={why} />, { status: 422 });
      });
    },
  }),
];
