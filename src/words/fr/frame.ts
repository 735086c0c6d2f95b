import type { frame as en } from '../en/frame.ts';

export const frame: typeof en = {
  product: 'eServices',
  skip: 'Passer au contenu principal',
  nav: {
    label: 'Navigation principale',
    menu: 'Menu',
    close: 'Fermer le menu',
    home: 'Accueil',
    worklist: 'Liste de travail',
    ask: 'Demander',
    patients: 'Patients',
    directory: 'Répertoire',
    listings: 'Fiches',
    members: 'Membres',
    find: 'Trouver un service',
    join: 'Comment adhérer',
  },
  otherLanguage: 'English',
  signIn: 'Ouvrir une session',
  account: 'votre compte',
  signOut: 'Fermer la session',
  close: 'Fermer',
  actsFor: name => `pour ${name}`,
  switchPlace: 'Changer',
  placesTitle: 'Travailler en tant que',
  placeFor: (site, clinician) => `${site}, pour ${clinician}`,
  hereNow: place => `${place} (actuellement)`,
  demo: {
    label: 'Démonstration',
    what: 'Démonstration. Toutes les personnes sont inventées; rien de ce que vous faites ici n’atteint qui que ce soit.',
    mailbox: 'Courriels envoyés',
    clock: 'Avancer l’horloge',
  },
  foot: {
    open: 'eServices est un logiciel libre.',
    patient:
      'Nos courriels ne contiennent aucun renseignement sur la santé. Cette page se ferme après 30 minutes d’inactivité.',
    privacy: 'Confidentialité',
    accessibility: 'Accessibilité',
  },
  danger: {
    question: 'En danger maintenant?',
    emergency: 'Appelez le 911.',
    crisis: 'Idées suicidaires : appelez ou textez le 988.',
    advice: 'Conseils de santé, jour et nuit : 811.',
  },
};
