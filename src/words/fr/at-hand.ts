import type { atHand as en } from '../en/at-hand.ts';

export const atHand: typeof en = {
  title: 'Favoris, services récents et recherches',
  services: 'Favoris et services consultés récemment',
  favourites: 'Favoris',
  lately: 'Consultés récemment',
  sent: 'Déjà consultés pour ce problème',
  sentTimes: (times, day) =>
    times === 1
      ? `1 demande de votre site, le ${day}`
      : `${times} demandes de votre site, la dernière le ${day}`,
  keep: 'Ajouter à mes favoris',
  forget: 'Retirer de mes favoris',
  full: 'Vous avez déjà 100 favoris. Retirez-en un d’abord.',
  open: {
    title: 'Services que vous attendez',
    lead: 'Vous recevrez un courriel quand ils accepteront de nouveau des personnes.',
    wish: 'M’avertir quand il acceptera de nouveau des personnes',
    wished: 'Vous recevrez un courriel quand il acceptera de nouveau des personnes.',
    withdraw: 'Ne plus m’avertir',
  },
  saved: {
    title: 'Recherches enregistrées',
    lead: 'Des mots et des filtres que vous réutilisez. Vous seul les voyez.',
    save: 'Enregistrer cette recherche',
    name: 'Son nom',
    hint: 'On garde les mots et les filtres et, d’un code postal, les trois premiers caractères. N’écrivez rien sur un patient.',
    keep: 'Enregistrer',
    isSaved: name => `Enregistrée sous « ${name} ».`,
    all: 'Gérer les recherches enregistrées',
    unnamed: 'Recherche sans mots',
    none: 'Vous n’avez aucune recherche enregistrée. Cherchez dans le répertoire, puis choisissez « Enregistrer cette recherche ».',
    full: 'Vous avez déjà 100 recherches. Supprimez-en une d’abord.',
    rename: 'Changer le nom',
    renamed: 'Enregistrer le nom',
    remove: 'Supprimer',
    of: (act, name) => `${act} : ${name}`,
    toSearch: 'Au répertoire',
  },
};
