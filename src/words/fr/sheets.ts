import type { sheets as en } from '../en/sheets.ts';

/** Les documents que la personne reçoit avant un rendez-vous. */
export const sheets: typeof en = {
  link: 'Documents pour la personne',
  title: kind => `Documents pour la personne : ${kind}`,
  lead: 'Toute personne qui a un tel rendez-vous les trouve sur sa page : comment se préparer, un plan, un formulaire à apporter. Dans sa langue, ou dans l’autre s’il n’y en a pas. Les rendez-vous déjà fixés gardent ce qui leur a été remis.',
  none: 'Aucun pour l’instant.',
  add: 'Ajouter des documents',
  file: 'Fichiers',
  language: 'Langue de ces fichiers',
  submit: 'Ajouter',
  end: name => `Retirer ${name}`,
  noFile: 'Choisissez d’abord un fichier.',
  full: 'Cinq fichiers par langue au plus. Retirez-en un d’abord.',
  forVisit: 'Fichiers pour la personne, pour ce rendez-vous',
  forVisitHint:
    'Ils figurent sur la page de la personne avec le rendez-vous. Les documents habituels de ce genre de rendez-vous s’ajoutent d’eux-mêmes.',
  toRead: 'À lire avant votre rendez-vous',
};
