import { lot } from './network.ts';

const family = [
  'Abernathy',
  'Bhatia',
  'Castonguay',
  'Deschênes',
  'Eberhardt',
  'Fontaine',
  'Gill',
  'Haddad',
  'Ishikawa',
  'Joly',
  'Kowalski',
  'Lachance',
  'Mensah',
  'Nguyen',
  'Olsen',
  'Pelletier',
  'Quirke',
  'Rossi',
  'Sauvé',
  'Tremblay',
  'Underhill',
  'Valdez',
  'Wong',
  'Xu',
  'Yilmaz',
  'Zielinski',
];
const given = [
  'Amara',
  'Benoît',
  'Chloé',
  'Darius',
  'Élodie',
  'Faisal',
  'Grace',
  'Hugo',
  'Ines',
  'Jonas',
  'Keira',
  'Luc',
  'Maya',
  'Noor',
  'Olive',
  'Pascal',
  'Rhea',
  'Samir',
  'Tessa',
  'Yves',
];

/** An invented given and family name, the same for the same `ref` and `n` in every run. */
export function pickName(ref: string, n: number): string {
  const pick = (list: readonly string[], what: string) => list[Math.floor(lot(what, ref, n) * list.length)]!;
  return `${pick(given, 'given')} ${pick(family, 'family')}`;
}
