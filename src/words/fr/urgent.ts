import type { urgent as urgentEn } from '../en/urgent.ts';

export const urgent: typeof urgentEn = {
  title: 'Ce qui laisse penser à une urgence',
  lead: 'Quand le problème décrit dans Demander contient une de ces expressions, le 911 et le 988 sont montrés en premier.',
  link: 'Voir et modifier ces mots',
  how: 'Les accents, le pluriel et une faute dans un mot long ne comptent pas. « Pas de douleur thoracique » et « antécédents d’AVC » sont écartés. Une modification vaut tout de suite; une nouvelle version du produit n’y touche pas.',
  language: 'Langue',
  phrase: 'Mot ou expression',
  hint: 'Comme on l’écrit, 80 caractères au plus',
  add: 'Ajouter',
  change: 'Modifier une expression',
  save: 'Enregistrer',
  remove: 'Retirer',
  none: 'La liste est vide. Aucun texte dans cette langue ne montre la marche à suivre en cas d’urgence.',
  shipped: 'D’origine',
  own: 'Modifiée ici',
  saved: 'Enregistré. C’est en vigueur dès maintenant.',
  isRemoved: 'Cette expression a été retirée. L’enregistrer la remet en place.',
  history: 'Ce qui a été modifié',
  noHistory: 'Personne n’a modifié la liste.',
  changed: (was, now) => {
    if (was === '') return `« ${now} » ajouté`;
    return now === '' ? `« ${was} » retiré` : `« ${was} » remplacé par « ${now} »`;
  },
  now: phrase => (phrase === '' ? 'Elle est maintenant retirée.' : `Elle dit maintenant « ${phrase} ».`),
  problems: {
    missing: 'Écrivez un mot ou une expression.',
    'too-long': '80 caractères au plus.',
    unreadable: 'Il y a un caractère que personne ne peut voir. Écrivez de nouveau.',
    'no-words': 'Écrivez un mot d’au moins deux lettres.',
    taken: 'C’est déjà dans la liste.',
    stale: 'Quelqu’un a modifié ceci pendant que vous écriviez.',
  },
};
