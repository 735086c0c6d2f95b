import type { unmet as unmetEn } from '../en/unmet.ts';

export const unmet: typeof unmetEn = {
  title: 'Besoins sans réponse',
  lead: 'Les douze derniers mois : demandes refusées parce qu’aucun service n’existe, et recherches pour une personne qui n’ont rien donné de convenable. Les mots cherchés ne sont pas conservés. Les nombres inférieurs à 6 ne sont pas montrés.',
  link: 'Voir ce qui manque, et où',
  none: 'Rien n’a manqué 6 fois ou plus dans une région.',
  region: 'Où vivent les patients',
  category: 'Type de service',
  declines: 'Refus : aucun service n’existe',
  searches: 'Recherches sans résultat convenable',
  few: 'moins de 6',
  elsewhere: 'Ailleurs ou inconnu',
  unknown: 'Inconnu',
  csv: 'Télécharger en CSV',
};
