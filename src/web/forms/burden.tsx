import { z } from 'zod';
import { type OpenedForm, openForm, readBurden } from '../../app/forms/form-library.ts';
import type { KnownBurden } from '../../app/ports/form-burden.ts';
import { guessedSeconds, questionsOf } from '../../domain/forms/burden.ts';
import { inLang } from '../../domain/forms/items.ts';
import type { Item } from '../../domain/forms/questionnaire.ts';
import { key } from '../../http/form.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { FoldTable } from '../../ui/fold-table.tsx';
import { momentLong, percent } from '../../ui/format.ts';
import { FormFrame, formKeepers } from './form-frame.tsx';

interface BurdenPageProps {
  opened: OpenedForm;
  questions: readonly Item[];
  burden: KnownBurden | null;
}

/** What each question of a form costs, what came of its answers, and which never mattered. */
function BurdenPage({ opened, questions, burden }: BurdenPageProps) {
  const ui = useUi();
  const w = ui.words.library.burden;
  const seconds = questions.reduce((sum, one) => sum + secondsOf(one, burden).seconds, 0);
  const idle = questions.filter(one => burden?.figures[one.linkId]?.neverMatters);
  return (
    <FormFrame form={opened.form} heading={w.title}>
      <p class="dim">
        {burden ? w.lead(momentLong(burden.at, ui)) : w.never}{' '}
        {w.total(Math.max(1, Math.round(seconds / 60)))}
      </p>
      <section class="stack" aria-labelledby="idle">
        <h2 id="idle">{w.neverMatters}</h2>
        <p class="dim">{idle.length > 0 ? w.neverMattersLead : w.allMatter}</p>
        <ul>
          {idle.map(one => (
            <li key={one.linkId}>{inLang(one.text, one._text, ui.lang)}</li>
          ))}
        </ul>
      </section>
      <FoldTable heads={[w.question, w.time, w.prefilled, w.sways]}>
        {questions.map(one => (
          <Line key={one.linkId} one={one} burden={burden} />
        ))}
      </FoldTable>
      <section class="stack s" aria-labelledby="method">
        <h2 id="method">{w.method}</h2>
        {[w.methodTime, w.methodPrefilled, w.methodSways, w.methodNever, w.methodFew].map(text => (
          <p key={text}>{text}</p>
        ))}
      </section>
    </FormFrame>
  );
}

function Line({ one, burden }: { one: Item; burden: KnownBurden | null }) {
  const ui = useUi();
  const w = ui.words.library.burden;
  const { seconds, measured } = secondsOf(one, burden);
  const figures = burden?.figures[one.linkId];
  const said = (label: string) => <span class="fold-label s dim">{ui.words.fields.about(label, '')}</span>;
  return (
    <tr>
      <th scope="row">{inLang(one.text, one._text, ui.lang)}</th>
      <td>
        {said(w.time)}
        {w.seconds(seconds)} {!measured && <span class="s dim">({w.estimate})</span>}
      </td>
      <td>
        {said(w.prefilled)}
        {shareIn(ui, figures?.prefilled ?? null, w.few)}
      </td>
      <td>
        {said(w.sways)}
        {shareIn(ui, figures?.sways ?? null, figures?.answered == null ? w.few : w.notCompared)}
      </td>
    </tr>
  );
}

function shareIn({ lang }: Ui, share: number | null, otherwise: string) {
  return share === null ? <span class="dim">{otherwise}</span> : percent(share, lang);
}

/** As measured, else as guessed by the kind of question. */
function secondsOf(one: Item, burden: KnownBurden | null): { seconds: number; measured: boolean } {
  const known = burden?.seconds[one.linkId];
  return { seconds: known ?? guessedSeconds(one), measured: known !== undefined };
}

/** The burden meter of a form. */
export const routes: Route[] = [
  route({
    ...formKeepers,
    ...{ method: 'GET', url: '/forms/:key/burden' },
    params: z.strictObject({ key }),
    async handle({ app, actor, params }) {
      const opened = await openForm(app, actor, params.key);
      if (!opened) return missing();
      const content = opened.latest ?? opened.draft?.questionnaire;
      const questions = content ? questionsOf(content) : [];
      const burden = await readBurden(app, actor, opened.form.slug);
      return page(<BurdenPage opened={opened} questions={questions} burden={burden} />);
    },
  }),
];
