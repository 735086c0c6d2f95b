import type { terms as en } from '../en/terms.ts';

/** Les conditions du programme, acceptées une fois. */
export const terms: typeof en = {
  title: 'Conditions d’utilisation',
  none: 'Le programme n’a publié aucune condition.',
  since: (day, version) => `Version ${version}, depuis le ${day}`,
  first:
    'Avant votre première demande, veuillez lire les conditions du programme. Ce que vous avez écrit est conservé.',
  accept: 'J’accepte ces conditions',
  back: 'Retour à ma demande',
  thanks: 'Merci. Vous pouvez maintenant envoyer votre demande.',
  moved: 'Les conditions ont changé depuis que vous avez ouvert cette page. Veuillez les lire de nouveau.',
  steward: {
    title: 'Conditions d’utilisation',
    lead: 'Qui envoie une demande accepte une fois la version en vigueur. Une nouvelle version s’accepte de nouveau.',
    en: 'En anglais',
    fr: 'En français',
    publish: 'Publier comme nouvelle version',
    published: 'Publié. L’acceptation est demandée dès la prochaine demande.',
    accepted: people => (people === 1 ? '1 personne l’a acceptée.' : `${people} personnes l’ont acceptée.`),
    missing: 'Les deux langues sont nécessaires.',
    tooLong: 'Au plus 20 000 caractères.',
    stale: 'Quelqu’un a publié une autre version entre-temps. Regardez-la telle qu’elle est.',
  },
};
