import type { Accessibility, Way } from '../../domain/directory/service.ts';
import { lot, type NewService } from './network.ts';

/** A line of data/demo/limits.csv: what a kind of service, or one offer by its English name, takes and wants. */
export type Limits = Record<
  'of' | 'not_en' | 'not_fr' | 'needed_en' | 'needed_fr' | 'sexes' | 'ways' | 'cost_en' | 'cost_fr',
  string
>;

/** What a service takes, beside its ages, languages and modes. */
export interface Takes {
  notEn: string;
  notFr: string;
  neededEn: string;
  neededFr: string;
  sexes: readonly string[];
  /** First letters of postal codes; empty for all of Ontario. */
  regions: readonly string[];
  ways: readonly Way[];
  costEn: string;
  costFr: string;
  accessibility: readonly Accessibility[];
  /** Days from now until it takes requests again. */
  pausedDays: number | null;
}

const regionOfGroup: readonly (readonly [RegExp, string])[] = [
  [/eConsult, Toronto$/, 'M'],
  [/eConsult, Eastern/, 'K'],
  [/eConsult, Western/, 'N'],
  [/eConsult, Central/, 'L'],
  [/eConsult, Northern/, 'P'],
];

/** One clinic in four serves its own part of the province only; a regional advice group its region. */
function regionsOf({ kind, nameEn }: NewService, postalCode: string | null): string[] {
  if (kind === 'econsult')
    return regionOfGroup.filter(([name]) => name.test(nameEn)).map(([, letter]) => letter);
  if (postalCode === null || lot('region', nameEn, postalCode) >= 0.25) return [];
  return [postalCode[0]!];
}

const shares: readonly (readonly [Accessibility, number])[] = [
  ['wheelchair', 0.85],
  ['transit', 0.6],
  ['parking', 0.5],
  ['interpreter', 0.3],
];

/** By lot from the same names as everything of the demo network. `postalCode`: of the facility, null for an advice group. */
export function takesOf(
  service: NewService,
  limits: ReadonlyMap<string, Limits>,
  postalCode: string | null,
): Takes {
  const { kind, nameEn, category, modes } = service;
  const of = kind === 'econsult' ? undefined : (limits.get(nameEn) ?? limits.get(category));
  const words = (text: string | undefined) => (text ?? '').split(' ').filter(word => word !== '');
  const inPerson = modes.includes('in-person');
  const place = postalCode ?? '';
  return {
    ...{ notEn: of?.not_en ?? '', notFr: of?.not_fr ?? '' },
    ...{ neededEn: of?.needed_en ?? '', neededFr: of?.needed_fr ?? '' },
    sexes: words(of?.sexes),
    regions: regionsOf(service, postalCode),
    ways: [kind === 'econsult' ? 'econsult' : 'referral', ...(words(of?.ways) as Way[])],
    ...{ costEn: of?.cost_en ?? '', costFr: of?.cost_fr ?? '' },
    accessibility: shares
      .filter(([what, share]) => inPerson && lot(what, nameEn, place) < share)
      .map(([what]) => what),
    pausedDays:
      postalCode !== null && service.accepting && lot('paused', nameEn, place) < 0.04
        ? 14 + Math.floor(lot('until', nameEn, place) * 80)
        : null,
  };
}
