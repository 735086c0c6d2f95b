import type { NamedJoinRequest } from '../../app/people/answer-join.ts';
import type { ProgrammeView } from '../../app/programme/programme.ts';
import { useUi } from '../../ui/context.ts';
import { FoldTable } from '../../ui/fold-table.tsx';
import { dayWithYear } from '../../ui/format.ts';

/** Sites that ask to join: open ones first, then what was answered, by whom and when. */
export function Joining({ joining }: Pick<ProgrammeView, 'joining'>) {
  const { joining: said } = useUi().words.programme;
  const isOpen = joining.some(one => one.answer === null);
  return (
    <section class="stack" aria-labelledby="joining">
      <h2 id="joining">{said.title}</h2>
      <p>{isOpen ? said.how : said.none}</p>
      {joining.length > 0 && (
        <FoldTable
          heads={[said.site, said.kind, said.wants, said.lead, said.remarks, said.asked, said.answer]}
        >
          {joining.map(one => (
            <Line key={one.key} one={one} />
          ))}
        </FoldTable>
      )}
    </section>
  );
}

function Line({ one }: { one: NamedJoinRequest }) {
  const ui = useUi();
  const { kinds, use } = ui.words.join;
  return (
    <tr>
      <td>
        <bdi class="b">{one.siteName}</bdi>
        <br />
        <span class="dim s">{placeOf(one)}</span>
      </td>
      <td>{kinds[one.kind]}</td>
      <td>{one.uses.map(name => use[name]).join(', ')}</td>
      <td>
        <bdi>{[one.leadName, one.leadTitle].filter(Boolean).join(', ')}</bdi>
        <br />
        <span class="s">{one.email}</span>
      </td>
      <td>
        <bdi>{one.remarks}</bdi>
      </td>
      <td>
        <time datetime={one.askedAt}>{dayWithYear(one.askedAt, ui)}</time>
      </td>
      <td>
        <Answer one={one} />
      </td>
    </tr>
  );
}

/** Where the site is and how to reach it, in one line. */
export function placeOf(one: NamedJoinRequest): string {
  return [one.address, one.city, one.postalCode, one.phone].filter(Boolean).join(', ');
}

function Answer({ one }: { one: NamedJoinRequest }) {
  const ui = useUi();
  const { joining: said } = ui.words.programme;
  const link = (label: string) => (
    <a href={`/programme/joining/${one.key}`} aria-label={`${label}. ${said.giveAnswer(one.siteName)}`}>
      {label}
    </a>
  );
  if (one.answer === null || one.answeredAt === null) return <b>{link(said.answer)}</b>;
  return (
    <>
      {link(said.answers[one.answer])}
      <br />
      <span class="dim s">
        <time datetime={one.answeredAt}>{said.by(one.answeredByName, dayWithYear(one.answeredAt, ui))}</time>
      </span>
      {one.note && (
        <>
          <br />
          <bdi class="s">{one.note}</bdi>
        </>
      )}
    </>
  );
}
