import type { Reason } from '../../domain/directory/rank.ts';
import type { ServicePromise } from '../../domain/directory/service.ts';
import type { Situation } from '../../domain/directory/situations.ts';

const languageNames = new Intl.DisplayNames('fr-CA', { type: 'language' });

export function languageName(code: string): string {
  return languageNames.of(code) ?? code;
}

export function span(days: number): string {
  if (days < 1) return `${Math.max(1, Math.round(days * 24))} heures`;
  if (days < 2) return '1 jour';
  if (days < 14) return `${Math.round(days)} jours`;
  return `${Math.round(days / 7)} semaines`;
}

function years(age: number): string {
  if (age === 0) return 'moins de 1 an';
  return age === 1 ? '1 an' : `${age} ans`;
}

/** A promised span: "4 heures ouvrables". */
export function promised({ many, unit }: ServicePromise): string {
  const one = unit === 'days' ? 'jour' : 'heure';
  return many < 2 ? `${many} ${one} ouvrable` : `${many} ${one}s ouvrables`;
}

const ways: Record<string, string> = {
  econsult: 'consultation électronique',
  referral: 'aiguillage',
  'direct-booking': 'rendez-vous pris directement',
  'self-referral': 'demande par la personne elle-même',
};

const regions: Record<string, string> = {
  K: 'l’Est de l’Ontario',
  L: 'le Centre de l’Ontario',
  M: 'Toronto',
  N: 'l’Ouest de l’Ontario',
  P: 'le Nord de l’Ontario',
};

const situations: Record<Situation, string> = {
  pregnancy: 'seulement pendant une grossesse et après une naissance',
  covid: 'seulement après la COVID-19',
  indigenous: 'pour les personnes autochtones',
  newcomer: 'pour les personnes nouvellement arrivées',
  'end-of-life': 'seulement en fin de vie',
};

export function reason(why: Reason): string {
  switch (why.code) {
    case 'fits-age':
      return `convient à ${years(why.age)}`;
    case 'wrong-age':
      return `ne convient pas à ${years(why.age)}`;
    case 'wrong-sex':
      return 'ne convient pas au sexe de la personne';
    case 'speaks':
      return languageName(why.language);
    case 'other-language':
      return `pas en ${languageName(why.language)}`;
    case 'virtual':
      return 'virtuel';
    case 'serves-region':
      return `dessert ${regions[why.region] ?? why.region}`;
    case 'asked-first':
      return `vous demandez d’abord dans ${regions[why.region] ?? why.region}`;
    case 'other-region':
      return `ne dessert pas ${regions[why.region] ?? why.region}`;
    case 'way':
      return ways[why.way] ?? why.way;
    case 'other-way':
      return `sans ${ways[why.way] ?? why.way}`;
    case 'distance':
      return why.km < 1 ? 'à moins de 1 km' : `à ${why.km} km`;
    case 'wait':
      return `${why.more ? 'plus de' : 'environ'} ${span(why.days)}`;
    case 'not-accepting':
      return 'n’accepte pas en ce moment';
    case 'only-for':
      return situations[why.situation];
    default:
      return why satisfies never;
  }
}

export function reasons(list: readonly Reason[]): string {
  return list.map(reason).join(', ');
}
