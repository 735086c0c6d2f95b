import type { demo as en } from '../en/demo.ts';

export const demo: typeof en = {
  title: 'Avancer l’horloge',
  lead: 'Les échéances, les rappels et les rendez-vous de cette démonstration suivent leur propre horloge. Avancez-la pour voir ce qui se passe quand personne n’agit. Elle ne recule jamais; les sessions et le journal gardent l’heure réelle.',
  now: 'Nous sommes',
  move: 'Avancer de',
  businessDay: '1 jour ouvrable',
  week: '1 semaine',
  amount: 'Combien',
  unit: 'Unité',
  units: { hours: 'heures', days: 'jours' },
  go: 'Avancer',
  wrong: 'Tapez un nombre entier : 366 jours au plus.',
  moved: moment => `L’horloge a avancé. Nous sommes ${moment}.`,
  nothing: 'Il n’y avait rien à rappeler à personne.',
  did: {
    reminders: (count, one) => (one ? '1 rappel' : `${count} rappels`),
    toLeads: (count, one) =>
      one ? '1 signalement à un responsable' : `${count} signalements aux responsables`,
    toProgramme: (count, one) => (one ? '1 signalement au programme' : `${count} signalements au programme`),
    passedOn: (count, one) =>
      one ? '1 demande passée à la clinique' : `${count} demandes passées aux cliniques`,
    lapsed: (count, one) => (one ? '1 offre expirée' : `${count} offres expirées`),
    failed: (count, one) => (one ? '1 demande en erreur' : `${count} demandes en erreur`),
  },
  worklist: 'Voir la liste de travail',
  mailbox: 'Voir les courriels envoyés',
};
