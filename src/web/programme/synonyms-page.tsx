import type { NamedSynonyms, SynonymPage } from '../../app/directory/synonyms.ts';
import { useUi } from '../../ui/context.ts';
import { TextField } from '../../ui/fields.tsx';
import { FoldTable } from '../../ui/fold-table.tsx';
import { ButtonLink, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Pager } from '../../ui/pager.tsx';

/** Groups on one page. */
export const groupsShown = 50;

export interface SynonymsPageProps {
  found: SynonymPage;
  /** Words that the groups have, as typed; '' for all. */
  q: string;
  /** From 1. */
  at: number;
  done?: 'saved' | 'removed';
}

/** Every group of words that mean the same, English and French side by side. */
export function SynonymsPage({ found, q, at, done }: SynonymsPageProps) {
  const { words, lang } = useUi();
  const w = words.synonyms;
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme">{w.toProgramme}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {done && <Note focus>{w[done]}</Note>}
      <form method="get" action="/programme/synonyms" class="stack" aria-label={w.search}>
        <TextField name="q" type="search" label={w.search} value={q} autocomplete="off" width="mid" />
        <div class="line">
          <SubmitButton look="main" icon="search">
            {w.find}
          </SubmitButton>
          <ButtonLink href="/programme/synonyms/new" icon="plus">
            {w.add}
          </ButtonLink>
          <ButtonLink href="/programme/synonyms/file" look="text" icon="dl">
            {w.file.link}
          </ButtonLink>
          {q !== '' && <a href="/programme/synonyms">{w.clear}</a>}
        </div>
      </form>
      <section class="stack" aria-labelledby="groups">
        <h2 id="groups">{w.count(number(found.total, lang), found.total === 1)}</h2>
        {found.total === 0 ? <p>{w.none}</p> : <Groups groups={found.groups} />}
        <Pages found={found} q={q} at={at} />
      </section>
    </Frame>
  );
}

function Groups({ groups }: { groups: readonly NamedSynonyms[] }) {
  const w = useUi().words.synonyms;
  return (
    <FoldTable heads={[w.english, w.french, w.also, w.state]}>
      {groups.map(one => (
        <Line key={one.key} one={one} />
      ))}
    </FoldTable>
  );
}

function Line({ one }: { one: NamedSynonyms }) {
  const link = (terms: readonly string[], lang: string) => (
    <a href={`/programme/synonyms/${one.key}`} lang={lang}>
      {terms.join(', ')}
    </a>
  );
  return (
    <tr>
      <th scope="row">{one.english.length > 0 && link(one.english, 'en')}</th>
      <td>
        {one.english.length > 0 ? (
          <span lang="fr">{one.french.join(', ')}</span>
        ) : (
          <b>{link(one.french, 'fr')}</b>
        )}
      </td>
      <td class="dim">{one.also}</td>
      <td class="s">
        <Origin one={one} />
      </td>
    </tr>
  );
}

/** Shipped or not, and who changed it when. */
function Origin({ one }: { one: NamedSynonyms }) {
  const ui = useUi();
  const w = ui.words.synonyms;
  if (one.changedAt === null) return <span class="dim">{w.shipped}</span>;
  return (
    <>
      {one.shipped ? w.shippedChanged : w.own}
      <br />
      <span class="dim">
        {w.by(one.by)}
        <time datetime={one.changedAt}>{dayWithYear(one.changedAt, ui)}</time>
      </span>
    </>
  );
}

function Pages({ found, q, at }: Pick<SynonymsPageProps, 'found' | 'q' | 'at'>) {
  const before = (at - 1) * groupsShown;
  const address = (to: number) =>
    `/programme/synonyms?${new URLSearchParams({ ...(q !== '' && { q }), page: String(to) })}`;
  if (found.groups.length === found.total || found.groups.length === 0) return null;
  return (
    <Pager
      before={before}
      shown={found.groups.length}
      all={found.total}
      previous={at > 1 ? address(at - 1) : undefined}
      next={before + groupsShown < found.total ? address(at + 1) : undefined}
    />
  );
}
