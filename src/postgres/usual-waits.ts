/**
 * The wait that is shown of service `v`, as `w`: what was measured of six people or more. An advice group has an answer; of a
 * clinic Wait 1, or Wait 1a where people come for an assessment alone.
 */
export const usualJoin = `
  left join lateral (
    select median, median_more, ninetieth, ninetieth_more, people, computed_at from waits
    where service_id = v.id and measure in ('answer', 'wait1', 'wait1a') and urgency = '' and label = ''
      and median is not null
    order by measure limit 1) w on true`;

/** Of what is measured, or else of what a demonstration has drawn. */
const shown = (measured: string, drawn: string) =>
  `case when w.median is not null then w.${measured} else v.${drawn} end`;

export const usualColumns = {
  median: shown('median', 'usual_median'),
  medianMore: 'coalesce(w.median_more, false)',
  ninetieth: shown('ninetieth', 'usual_ninetieth'),
  ninetiethMore: 'coalesce(w.ninetieth_more, false)',
  people: shown('people', 'usual_people'),
  at: 'case when w.median is not null then w.computed_at::date else v.usual_at end',
};

/** Of fewer people nothing is shown, ranked or filtered by. */
const fewest = 6;

/** The median where six people or more make it, else null; what a list shows and is filtered by. */
export const shownMedian = `case when coalesce(${usualColumns.people}, 0) >= ${fewest}
  then (${usualColumns.median})::float8 end`;
