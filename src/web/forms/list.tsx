import { z } from 'zod';
import { readLibrary } from '../../app/forms/form-library.ts';
import type { LibraryForm } from '../../app/ports/form-library.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { FoldTable } from '../../ui/fold-table.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { FormState, formKeepers, titleOf } from './form-frame.tsx';

type Library = NonNullable<Awaited<ReturnType<typeof readLibrary>>>;

/** The forms of the network and of the site. */
function ListPage({ library }: { library: Library }) {
  const { words, lang } = useUi();
  const w = words.library;
  const { forms, site, programme } = library;
  const own = forms.filter(one => one.site !== null);
  const ofNetwork = forms.filter(one => one.site === null);
  return (
    <Frame title={w.title} here="forms">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      <p class="line">
        <ButtonLink href="/forms/new" icon="plus">
          {w.add}
        </ButtonLink>
        <a href="/forms/import">{w.importForm}</a>
      </p>
      {!programme && (
        <Forms
          heading={w.ofSite(lang === 'fr' ? site.nameFr : site.nameEn)}
          id="own"
          forms={own}
          library={library}
        />
      )}
      <Forms heading={w.ofNetwork} id="network" forms={ofNetwork} library={library} />
      <p class="s dim">{w.precedence}</p>
    </Frame>
  );
}

interface FormsProps {
  heading: string;
  id: string;
  forms: readonly LibraryForm[];
  library: Library;
}

function Forms({ heading, id, forms, library }: FormsProps) {
  const w = useUi().words.library;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {forms.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <FoldTable heads={[w.name, w.asksFor, w.state]}>
          {forms.map(one => (
            <Line key={one.key} form={one} categories={library.categories} />
          ))}
        </FoldTable>
      )}
    </section>
  );
}

function Line({ form, categories }: { form: LibraryForm } & Pick<Library, 'categories'>) {
  const ui = useUi();
  const w = ui.words.library;
  return (
    <tr>
      <th scope="row">
        <a href={`/forms/${form.key}`}>{titleOf(ui, form)}</a>
      </th>
      <td>
        {w.kinds[form.kind]}
        <br />
        <span class="dim s">{placeWords(ui, form, categories)}</span>
      </td>
      <td>
        <FormState form={form} />
      </td>
    </tr>
  );
}

/** For which requests a form is, in words. */
export function placeWords(
  { words, lang }: ReturnType<typeof useUi>,
  form: Pick<LibraryForm, 'serves' | 'category'>,
  categories: Library['categories'],
): string {
  const category = categories.find(one => one.code === form.category);
  if (form.serves !== 'category') return words.library.serves[form.serves]!;
  return (lang === 'fr' ? category?.nameFr : category?.nameEn) ?? form.category ?? '';
}

/** The library of forms. */
export const routes: Route[] = [
  route({
    ...formKeepers,
    ...{ method: 'GET', url: '/forms' },
    query: z.strictObject({}),
    async handle({ app, actor }) {
      const library = await readLibrary(app, actor);
      return library ? page(<ListPage library={library} />) : missing();
    },
  }),
];
