import type { NamedHistory } from '../../app/listings/edit-listing.ts';
import { writeHours } from '../../domain/directory/hours.ts';
import type { AppointmentKind, Place, ServiceClinician } from '../../domain/directory/service.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { momentLong } from '../../ui/format.ts';
import { wordOf } from './part-fields.tsx';

/** What was changed, field by field: before and after. */
export function Changes({ changes }: { changes: Record<string, { before: unknown; after: unknown }> }) {
  const ui = useUi();
  const { history, fields } = ui.words.listings;
  const list = Object.entries(changes);
  if (list.length === 0) return null;
  return (
    <dl class="kv">
      {list.map(([field, { before, after }]) => (
        <>
          <dt>{fields[field] ?? field}</dt>
          <dd>
            {before !== null && before !== undefined && (
              <>
                <span class="sr">{history.before}: </span>
                <del>
                  <bdi>{inWords(ui, field, before)}</bdi>
                </del>
                <br />
              </>
            )}
            <span class="sr">{history.after}: </span>
            <bdi>{inWords(ui, field, after)}</bdi>
          </dd>
        </>
      ))}
    </dl>
  );
}

/** One entry of the history in a line: who and when. */
export function WhoWhen({ entry }: { entry: Pick<NamedHistory, 'by' | 'byName' | 'at'> }) {
  const ui = useUi();
  const { history } = ui.words.listings;
  return (
    <p class="dim s">
      {entry.by === null ? history.import : entry.byName || ui.words.listings.somebody},{' '}
      <time datetime={entry.at}>{momentLong(entry.at, ui)}</time>
    </p>
  );
}

/** What a field held, as people read it. */
function inWords(ui: Ui, field: string, value: unknown): string {
  const { history } = ui.words.listings;
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return history.nothing;
  if (typeof value === 'boolean') return value ? history.yes : history.no;
  if (field === 'places') return (value as Place[]).map(place => placeInWords(ui, place)).join(' · ');
  if (field === 'clinicians')
    return (value as ServiceClinician[])
      .map(({ name, profession, outUntil }) =>
        [name, profession[ui.lang], outUntil].filter(Boolean).join(', '),
      )
      .join(' · ');
  if (field === 'appointments')
    return (value as AppointmentKind[])
      .map(({ label, medium }) => {
        const { labels, media } = ui.words.referral;
        const name = (labels as Record<string, string>)[label] ?? label;
        return medium ? `${name} (${media[medium]})` : name;
      })
      .join(', ');
  if (Array.isArray(value)) return value.map(code => wordOf(ui, field, String(code))).join(', ');
  return wordOf(ui, field, String(value));
}

function placeInWords(ui: Ui, { name, address, city, postalCode, hours }: Place): string {
  const { days } = ui.words.listings.place;
  const open = days.map((day, i) => [day, writeHours(hours, i + 1)]).filter(([, said]) => said);
  const where = [name[ui.lang], address, city, postalCode].filter(Boolean).join(', ');
  return [where, ...open.map(([day, said]) => `${day} ${said}`)].filter(Boolean).join('; ');
}
