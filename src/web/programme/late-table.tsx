import type { LateCase } from '../../app/ports/programme.ts';
import type { ProgrammeView } from '../../app/programme/programme.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { Due } from '../../ui/due.tsx';
import { number } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { PhoneLink } from '../../ui/phone-link.tsx';
import { statusLook } from '../../ui/status-look.ts';
import { Code } from '../../ui/strip.tsx';
import { Tag, UrgentMark } from '../../ui/tag.tsx';

type Sites = ProgrammeView['sites'];

/** Late cases by number and site: who holds each, and how often the programme was told. */
export function LateTable({ late, sites }: { late: readonly LateCase[]; sites: Sites }) {
  const { words } = useUi();
  const { late: said } = words.programme;
  const heads = [words.parts.list.due, said.reference, said.between, words.parts.list.status];
  return (
    <table class="mini fold">
      <thead>
        <tr>
          {[...heads, said.holder, said.next, said.told].map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {late.map(one => (
          <Line key={`${one.id} ${one.next}`} one={one} sites={sites} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ one, sites }: { one: LateCase; sites: Sites }) {
  const ui = useUi();
  const { words } = ui;
  const statuses: Record<string, string> = words[one.type].statuses;
  return (
    <tr>
      <td>
        <Due due={one.due} />
      </td>
      <th scope="row">
        <Code>{one.reference}</Code>
      </th>
      <td>
        {siteName(ui, sites, one.requester)} <Icon name="right" /> {siteName(ui, sites, one.receiver)}
      </td>
      <td>
        <Tag {...statusLook(one.type, one.status)} label={statuses[one.status] ?? one.status} />{' '}
        {one.urgency === 'urgent' && <UrgentMark label={words.parts.urgent} />}
      </td>
      <td>
        <Holder one={one} sites={sites} />
      </td>
      <td>{words.case.nextSteps[one.next]}</td>
      <td>{toldOf(ui, one.level)}</td>
    </tr>
  );
}

/** The side and the site, with its phone: the programme calls. */
function Holder({ one, sites }: { one: LateCase; sites: Sites }) {
  const ui = useUi();
  const site = one.holder === null ? undefined : sites.get(one.holder);
  return (
    <>
      {[ui.words.case.sides[one.side], site && siteName(ui, sites, site.id)].filter(Boolean).join(', ')}
      {site?.phone && (
        <>
          {' '}
          <PhoneLink phone={site.phone} />
        </>
      )}
    </>
  );
}

function siteName(ui: Ui, sites: Sites, id: number | null): string {
  const site = id === null ? undefined : sites.get(id);
  if (!site) return ui.words.programme.late.notKnown;
  return ui.lang === 'fr' ? site.nameFr : site.nameEn;
}

function toldOf({ words, lang }: Ui, level: string): string {
  const { late } = words.programme;
  const weeks = /^weekly-(\d+)$/.exec(level)?.[1];
  return weeks === undefined ? late.once : late.weekly(number(Number(weeks), lang), weeks === '1');
}
