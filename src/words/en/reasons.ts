import type { Reason } from '../../domain/directory/rank.ts';
import type { ServicePromise } from '../../domain/directory/service.ts';
import type { Situation } from '../../domain/directory/situations.ts';

const languageNames = new Intl.DisplayNames('en-CA', { type: 'language' });

export function languageName(code: string): string {
  return languageNames.of(code) ?? code;
}

/** A number of days as people say it: "about 3 weeks". */
export function span(days: number): string {
  if (days < 1) return `${Math.max(1, Math.round(days * 24))} hours`;
  if (days < 2) return '1 day';
  if (days < 14) return `${Math.round(days)} days`;
  return `${Math.round(days / 7)} weeks`;
}

/** A promised span: "4 business hours". */
export function promised({ many, unit }: ServicePromise): string {
  const one = unit === 'days' ? 'business day' : 'business hour';
  return many === 1 ? `1 ${one}` : `${many} ${one}s`;
}

const ways: Record<string, string> = {
  econsult: 'eConsult',
  referral: 'referral',
  'direct-booking': 'direct booking',
  'self-referral': 'asking for oneself',
};

const regions: Record<string, string> = {
  K: 'Eastern Ontario',
  L: 'Central Ontario',
  M: 'Toronto',
  N: 'Western Ontario',
  P: 'Northern Ontario',
};

const situations: Record<Situation, string> = {
  pregnancy: 'only in pregnancy and after a birth',
  covid: 'only after COVID-19',
  indigenous: 'for Indigenous people',
  newcomer: 'for newcomers',
  'end-of-life': 'only near the end of life',
};

/** Why an entry stands where it stands, a part of a line. */
export function reason(why: Reason): string {
  switch (why.code) {
    case 'fits-age':
      return why.age === 0 ? 'fits under 1 year' : `fits age ${why.age}`;
    case 'wrong-age':
      return why.age === 0 ? 'not for under 1 year' : `not for age ${why.age}`;
    case 'wrong-sex':
      return 'not for this patient’s sex';
    case 'speaks':
      return languageName(why.language);
    case 'other-language':
      return `not in ${languageName(why.language)}`;
    case 'virtual':
      return 'virtual';
    case 'serves-region':
      return `serves ${regions[why.region] ?? why.region}`;
    case 'asked-first':
      return `you ask ${regions[why.region] ?? why.region} first`;
    case 'other-region':
      return `not for ${regions[why.region] ?? why.region}`;
    case 'way':
      return ways[why.way] ?? why.way;
    case 'other-way':
      return `no ${ways[why.way] ?? why.way}`;
    case 'distance':
      return why.km < 1 ? 'under 1 km' : `${why.km} km`;
    case 'wait':
      return `${why.more ? 'more than' : 'about'} ${span(why.days)}`;
    case 'not-accepting':
      return 'not accepting now';
    case 'only-for':
      return situations[why.situation];
    default:
      return why satisfies never;
  }
}

/** The line a clinician reads: "fits age 34, French, virtual, about 3 weeks". */
export function reasons(list: readonly Reason[]): string {
  return list.map(reason).join(', ');
}
