import { personFields, placeFields, rowsOf, weekdays } from '../../app/listings/check-listing-rows.ts';
import type { TypedListing } from '../../app/listings/listing-fields.ts';
import { appointmentMedia } from '../../domain/directory/service.ts';
import { appointmentLabels } from '../../domain/referral/referral.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { DateField, Select, TextField } from '../../ui/fields.tsx';
import { number } from '../../ui/format.ts';
import type { PartProps } from './part-fields.tsx';

const text = (typed: TypedListing, name: string) => (typeof typed[name] === 'string' ? typed[name] : '');

/** How many rows are drawn: those with something in them, and one more. */
function rowsShown(typed: TypedListing, fields: (row: number) => readonly string[], most: number): number[] {
  const rows = Array.from({ length: most }, (_, i) => i + 1);
  const last = rows.findLast(row => fields(row).some(name => text(typed, name) !== '')) ?? 0;
  return rows.slice(0, Math.min(most, last + 1));
}

/** Where the service is and when it is open: a group of fields for each place, and an empty one. */
export function PlaceRows({ typed, errors }: PartProps) {
  const { words, lang } = useUi();
  const w = words.listings.place;
  const rows = rowsShown(typed, placeFields, rowsOf.places);
  return (
    <>
      <p class="hint">{w.clear}</p>
      {rows.map(row => {
        const filled = placeFields(row).some(name => text(typed, name) !== '');
        const of = (name: string) => ({
          name: `p${row}${name}`,
          value: text(typed, `p${row}${name}`),
          error: errorOf(errors, `p${row}${name}`),
        });
        return (
          <fieldset class="card stack" key={row}>
            <legend>{filled ? w.title(number(row, lang)) : w.more}</legend>
            <div class="cols two">
              <TextField {...of('NameEn')} label={w.nameEn} lang="en" />
              <TextField {...of('NameFr')} label={w.nameFr} lang="fr" />
              <TextField {...of('Address')} label={w.address} />
              <TextField {...of('City')} label={w.city} />
              <TextField {...of('PostalCode')} label={w.postalCode} width="short" />
              <TextField {...of('Phone')} label={w.phone} type="tel" width="mid" />
              <TextField {...of('Latitude')} label={w.latitude} inputmode="decimal" width="short" />
              <TextField {...of('Longitude')} label={w.longitude} inputmode="text" width="short" />
            </div>
            <fieldset class="stack plain">
              <legend>{w.hours}</legend>
              <p class="hint">{w.hoursHint}</p>
              <div class="cols two">
                {weekdays.map(day => (
                  <TextField {...of(`Day${day}`)} key={day} label={w.days[day - 1]!} width="mid" />
                ))}
              </div>
            </fieldset>
          </fieldset>
        );
      })}
    </>
  );
}

/** Who works at the service: a group of fields for each person, and an empty one. */
export function PersonRows({ typed, errors, choices }: PartProps) {
  const { words, lang } = useUi();
  const w = words.listings.person;
  const members = choices.members.map(one => ({ value: one.key, label: one.name }));
  return (
    <>
      {rowsShown(typed, personFields, rowsOf.people).map(row => {
        const filled = personFields(row).some(name => text(typed, name) !== '');
        const of = (name: string) => ({
          name: `k${row}${name}`,
          value: text(typed, `k${row}${name}`),
          error: errorOf(errors, `k${row}${name}`),
        });
        return (
          <fieldset class="card stack" key={row}>
            <legend>{filled ? w.title(number(row, lang)) : w.more}</legend>
            <div class="cols two">
              <TextField {...of('Name')} label={w.name} />
              <Select {...of('Member')} label={w.member} choices={members} empty={w.noMember} />
              <TextField {...of('ProfessionEn')} label={w.professionEn} lang="en" />
              <TextField {...of('ProfessionFr')} label={w.professionFr} lang="fr" />
              <DateField {...of('OutUntil')} label={w.outUntil} />
            </div>
          </fieldset>
        );
      })}
    </>
  );
}

/** What appointments are called here: a tick for each, and how it is mostly held. */
export function AppointmentRows({ typed }: PartProps) {
  const { words } = useUi();
  const w = words.listings.appointments;
  const { labels, media } = words.referral;
  const ticked = Array.isArray(typed.labels) ? typed.labels : [];
  const choices = appointmentMedia.map(value => ({ value, label: media[value] }));
  return (
    <fieldset class="stack plain">
      <legend>{w.title}</legend>
      <p class="hint">{w.lead}</p>
      {appointmentLabels.map(label => (
        <div class="label" key={label}>
          <div class="pick">
            <input
              type="checkbox"
              id={`f-label-${label}`}
              name="labels"
              value={label}
              checked={ticked.includes(label)}
            />
            <label for={`f-label-${label}`}>{labels[label]}</label>
          </div>
          <Select
            name={`medium-${label}`}
            label={w.medium(labels[label])}
            quiet
            choices={choices}
            value={text(typed, `medium-${label}`)}
            empty={w.any}
            width="short"
          />
        </div>
      ))}
    </fieldset>
  );
}
