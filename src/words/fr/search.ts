import type { search as en } from '../en/search.ts';

export const search: typeof en = {
  narrow: 'Préciser la liste',
  age: 'Âge',
  ageHint: 'En années',
  ageWrong: 'Écrivez un âge en années, de 0 à 130.',
  sex: 'Sexe à la naissance',
  anySex: 'L’un ou l’autre',
  anyRegion: 'Tout l’Ontario',
  regionHint: 'Où vit la personne',
  within: 'Au plus',
  withinKm: km => `à ${km} km`,
  anywhere: 'Toute distance',
  withinWrong: 'Écrivez une distance en kilomètres, de 1 à 2000.',
  nearMissing: 'Écrivez un code postal à partir duquel mesurer la distance.',
  wait: 'Attente',
  anyWait: 'Toute attente',
  withinWeeks: weeks => (weeks === 1 ? 'Une semaine au plus' : `${weeks} semaines au plus`),
  waitWrong: 'Écrivez un nombre de semaines, de 1 à 260.',
  anyWay: 'Toutes les façons',
  anyUrgency: 'Toute urgence',
  urgencies: { routine: 'Peut attendre', urgent: 'Accepte les demandes urgentes' },
  virtual: 'Par téléphone ou vidéo',
  accepting: 'Accepte en ce moment',
  yesOnly: 'Écrivez « yes », ou rien.',
  bounds: 'Fenêtre de la carte',
  boundsWrong: {
    'not-numbers': 'Écrivez quatre nombres : sud, ouest, nord, est, en degrés.',
    'outside-world': 'Les latitudes vont de -90 à 90 et les longitudes de -180 à 180.',
    'upside-down': 'Écrivez le sud avant le nord, et l’ouest avant l’est.',
  },
  applied: 'Seulement',
  forAge: age => (age === 0 ? 'pour moins de 1 an' : age === 1 ? 'pour 1 an' : `pour ${age} ans`),
  remove: what => `Retirer : ${what}`,
  removeAll: 'Tout retirer',
  fitting: 'Seulement ce qui convient :',
  first: {
    title: 'Premier qui convient',
    about: span => `environ ${span}`,
    more: span => `plus de ${span}`,
    unknown: 'attente inconnue',
    others: count =>
      count === 0
        ? 'Aucun autre de ce genre ne convient.'
        : count === 1
          ? '1 autre de ce genre convient.'
          : `${count} autres de ce genre conviennent.`,
    reach: km => `Cherché à ${km} km au plus, et par téléphone ou vidéo.`,
    choose: 'Aiguiller vers le premier qui convient',
  },
};
