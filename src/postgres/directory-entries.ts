import type { EntryStems } from '../app/ports/imports.ts';

/** Who sees patients or answers at a place, since people look for them by name; also of a service that names nobody. */
const clinicians = `clinician_names(s.id)`;

const facilityEntries = `
  select s.id as site, null::bigint as service, 'facility' as kind, s.latitude, s.longitude, '{}'::text[] as languages,
    concat_ws(' ', s.name_en, nullif(s.name_fr, s.name_en)) as name,
    concat_ws(' ', s.city, s.source_type, c.name_en, c.name_fr, c.terms, ${clinicians}) as terms, coalesce(s.address, '') as text
  from sites s left join service_categories c on c.code = s.source_type
  where s.kind not in ('programme', 'practice', 'group') and s.suspended_at is null`;

/** Every service that is on offer with its words; callers may narrow it with an `and` on `v`. */
export const serviceEntries = `
  select null::bigint as site, v.id as service, v.kind, case when p.id is null then s.latitude else p.latitude end as latitude,
    case when p.id is null then s.longitude else p.longitude end as longitude, v.languages,
    concat_ws(' ', v.name_en, v.name_fr) as name,
    concat_ws(' ', coalesce(p.city, s.city), c.name_en, c.name_fr, c.terms, coalesce(
      (select string_agg(k.name, ' ' order by k.position) from service_clinicians k where k.service_id = v.id),
      ${clinicians})) as terms,
    concat_ws(' ', v.description_en, v.description_fr, v.will_see_en, v.will_see_fr, s.name_en,
      nullif(s.name_fr, s.name_en)) as text
  from services v join sites s on s.id = v.site_id join service_categories c on c.code = v.category
  left join service_places p on p.service_id = v.id and p.position = 1
  where v.ended_at is null and s.suspended_at is null`;

/** Everything the directory shows. */
export const allEntries = `${facilityEntries} union all ${serviceEntries}`;

const loudness = [
  ['name', 3],
  ['terms', 2],
  ['text', 1],
] as const;

/** Each stem of an entry once, as loud as it is said anywhere. */
export function postingsOf(stems: EntryStems): [string[], number[]] {
  const loudest = new Map<string, number>();
  for (const [field, loud] of loudness)
    for (const stem of stems[field]) if (!loudest.has(stem)) loudest.set(stem, loud);
  return [[...loudest.keys()], [...loudest.values()]];
}
