import type { quality as en } from '../en/quality.ts';

/** La qualité des réponses : ce qu’en disent les demandeurs et les collègues. */
export const quality: typeof en = {
  title: 'L’accueil fait à mes réponses',
  lead: 'Vous êtes seul ou seule à lire cette page.',
  link: 'L’accueil fait à mes réponses',
  rated: {
    title: 'Par les demandeurs, depuis un an',
    none: 'Personne n’a encore évalué une de vos réponses.',
    answers: 'Réponses',
    surveys: 'Avec un sondage',
    value: 'Utilité pour le demandeur',
    quality: 'Qualité de la réponse',
    learnt: 'Le demandeur a appris quelque chose',
    avoided: 'Une visite n’a pas été nécessaire',
    ofFive: mean => `${mean} sur 5`,
  },
  written: {
    title: 'Ce qu’ils ont écrit à la fermeture, depuis un an',
    lead: 'Les noms, numéros et lieux que nous reconnaissons sont remplacés. Un texte libre peut quand même révéler une identité : ce que vous lisez reste ici. La personne responsable de votre groupe ne le voit pas.',
    none: 'Personne n’a encore rien écrit.',
    referral: 'Effet sur l’orientation :',
  },
  reviewed: {
    title: 'Par des collègues',
    lead: 'On ne vous dit pas qui. Dans un petit groupe, cela peut se deviner.',
    none: 'Aucun collègue n’a encore relu une de vos réponses.',
    month: 'Mois',
    safe: 'Sans danger',
    remark: 'Remarque',
    yes: 'Oui',
    no: 'Non',
  },
  give: {
    title: 'Réponses que je dois relire',
    none: 'Rien ne vous attend.',
    waits: count =>
      count === 1
        ? 'La réponse d’un collègue attend votre relecture.'
        : `${count} réponses de collègues attendent votre relecture.`,
    see: 'Lire et évaluer',
    until: day => `jusqu’au ${day}`,
    groups: 'Pour qui je relis',
    groupsLead:
      'Quelques réponses par mois, tirées au sort. Les noms sont remplacés; le vôtre n’est pas donné.',
    join: group => `Relire pour ${group}`,
    leave: group => `Ne plus relire pour ${group}`,
  },
  review: {
    title: 'Relire une réponse',
    lead: 'Les noms, numéros et lieux que nous reconnaissons sont remplacés. Un texte libre peut quand même révéler une identité : ce que vous lisez reste ici.',
    question: 'Ce qui a été demandé',
    answer: 'Ce qui a été répondu',
    gone: 'Ces textes ont été supprimés, comme la loi le demande. Refusez cette relecture.',
    items: {
      answers: 'Elle répond à la question',
      evidence: 'Elle s’appuie sur des données probantes et dit lesquelles',
      clear: 'Elle est claire',
      actionable: 'On peut agir d’après elle',
    },
    scale: '1 pas du tout, 5 entièrement',
    safe: 'Est-elle sans danger pour la personne soignée?',
    safeHint:
      'Si vous dites non, la personne responsable du groupe le sait aussitôt, avec le numéro de référence et votre remarque.',
    yes: 'Oui',
    no: 'Non, quelqu’un devrait l’examiner maintenant',
    remark: 'Remarque pour le collègue',
    remarkHint: 'Elle est lue sans votre nom.',
    submit: 'Envoyer l’évaluation',
    decline: 'Je ne peux pas relire celle-ci',
    missing: 'Choisissez une réponse.',
    remarkMissing: 'Dites ce qui présente un danger.',
    thanks: 'Merci. Votre collègue la lira sans votre nom.',
  },
  harm: {
    title: 'Aurait pu nuire',
    lead: 'La personne qui a demandé l’avis dit que la réponse, ou son attente, aurait pu nuire à la personne soignée. Quelqu’un devrait examiner ces cas maintenant.',
  },
  group: {
    title: 'Relecture par des collègues',
    lead: 'Chaque mois, quelques réponses sont relues par un collègue qui a accepté de le faire. Le spécialiste lit ce qui a été dit; vous lisez des moyennes.',
    perMonth: 'Réponses par mois',
    perMonthHint: 'De 0 à 50; avec 0, aucune n’est relue.',
    wrong: 'Donnez un nombre entier de 0 à 50.',
    save: 'Enregistrer',
    numbers: (reviewers, given, open) =>
      `Relecteurs : ${reviewers}. Depuis un an : ${given} relectures faites, ${open} en attente.`,
    few: 'Les moyennes paraissent à partir de cinq relectures.',
    unsafe: 'Jugées dangereuses',
    unsafeLead: 'Un collègue pense que quelqu’un devrait examiner ces réponses maintenant.',
    settle: reference => `${reference} : c’est réglé`,
  },
};
