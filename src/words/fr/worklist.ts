import type { worklist as en } from '../en/worklist.ts';

export const worklist: typeof en = {
  folders: {
    'needs-me': 'À faire maintenant',
    overdue: 'En retard',
    'not-assigned': 'Non attribuées',
    'waits-on-others': 'En attente d’autrui',
    drafts: 'Brouillons',
    everything: 'Recherche',
  },
  groups: {
    receiver: { referral: 'Aiguillages reçus', econsult: 'Consultations reçues' },
    requester: { referral: 'Aiguillages envoyés', econsult: 'Consultations envoyées' },
    intake: { referral: 'Transmis comme accueil', econsult: 'Consultations transmises' },
    copy: { referral: 'Copies d’aiguillages', econsult: 'Copies de consultations' },
  },
  ended: count => `Terminées (${count})`,
  moreThan: count => `plus de ${count}`,
  requests: (count, one) => (one ? '1 demande' : `${count} demandes`),
  summary: (all, overdue, today) =>
    [`${all}.`, overdue && today ? `${overdue}, ${today}.` : overdue || today ? `${overdue || today}.` : '']
      .filter(Boolean)
      .join(' '),
  areOverdue: (count, one) => (one ? '1 est en retard' : `${count} sont en retard`),
  areDueToday: (count, one) =>
    one ? '1 arrive à échéance aujourd’hui' : `${count} arrivent à échéance aujourd’hui`,
  lastChangedFirst: 'Les plus récemment modifiées d’abord.',
  start: 'Commencer par la première',
  nextOne: 'La suivante à faire maintenant',
  caption: (folder, rows) => `${folder}, par échéance. Lignes : ${rows}.`,
  captionEnded: (folder, rows) => `${folder}, les plus récemment modifiées d’abord. Lignes : ${rows}.`,
  stretches: {
    overdue: 'En retard',
    today: 'Aujourd’hui',
    tomorrow: 'Demain',
    week: 'Cette semaine',
    later: 'Plus tard',
  },
  advice: service => `Consultation : ${service}`,
  sexes: { female: 'F', male: 'M', intersex: 'X', unknown: '' },
  days: count => `${count} j`,
  months: count => `${count} mois`,
  filters: {
    label: 'Liste de travail',
    search: 'Chercher par nom, carte Santé ou numéro de référence',
    searchShort: 'Nom, carte Santé ou numéro ES-',
    type: 'Genre',
    bothTypes: 'Tous les types',
    referrals: 'Aiguillages',
    econsults: 'Consultations électroniques',
    service: 'Service',
    allServices: 'Tous les services',
    assigned: 'Attribuée à',
    everyone: 'Tout le monde ici',
    meOrNone: 'Moi ou personne',
    urgency: 'Urgence',
    anyUrgency: 'Toute urgence',
    urgent: 'Urgentes',
    submit: 'Filtrer',
    clear: 'Tout afficher de nouveau',
  },
  empty: {
    'needs-me': 'Vous n’avez rien à faire maintenant.',
    waitingElsewhere: (all, one) =>
      one ? '1 demande est en attente d’autrui.' : `${all} sont en attente d’autrui.`,
    overdue:
      'Rien n’est en retard. Une demande arrive ici lorsque son échéance est passée et que c’est à vous d’agir.',
    'not-assigned': 'Tout ce qui est arrivé est attribué à quelqu’un.',
    'waits-on-others':
      'Rien n’est en attente d’autrui. Ce que vous avez envoyé ou répondu se trouve ici jusqu’à ce que ce soit à vous.',
    drafts: 'Aucun brouillon. Ce que vous commencez est gardé ici jusqu’à l’envoi.',
    status: 'Aucune demande ne se trouve ici en ce moment.',
    filtered: 'Aucune demande ne correspond à ces filtres.',
    everything:
      'Aucune demande de votre établissement ne correspond. Les noms se cherchent par leur début, les cartes Santé par leurs chiffres.',
    seeWaiting: 'Voir ce qui est en attente d’autrui',
    ask: 'Demander un avis ou une visite',
  },
  waiting: {
    note: all => `${all}, les cinq premières échéances`,
    noteFew: 'par échéance',
    seeAll: all => `Voir les ${all}`,
    next: 'Prochaine étape',
    patient: 'Le patient ou la patiente',
  },
  drafts: {
    what: 'Objet',
    patient: 'Patient ou patiente',
    noPatient: 'Personne encore',
    noTitle: 'Sans titre',
    kind: 'Genre',
    saved: 'Enregistré',
    kinds: { econsult: 'Consultation électronique', referral: 'Aiguillage' },
  },
  bulk: {
    label: 'Agir sur les lignes choisies',
    why: 'Chaque ligne est vérifiée selon votre rôle; celles qui sont refusées sont énumérées.',
    member: 'Attribuer à',
    choose: 'Attribuer à…',
    assign: 'Attribuer',
    title: 'Attribution',
    done: (count, one, name) =>
      one
        ? `1 demande est maintenant entre les mains de ${name}.`
        : `${count} demandes sont maintenant entre les mains de ${name}.`,
    refused: (count, one) =>
      one ? '1 demande n’a pas pu être attribuée' : `${count} demandes n’ont pas pu être attribuées`,
    nothing: 'Rien n’a été attribué.',
    choosePerson: 'Choisissez des lignes et la personne à qui les attribuer.',
    gone: 'Elle n’est plus ouverte à votre établissement.',
    back: 'Retour à la liste',
  },
  noPatients: {
    title: 'Liste de travail',
    text: 'Votre rôle dans cet établissement ne comprend pas les demandes concernant des patients.',
  },
};
