import type { patientPage as en } from '../en/patient-page.ts';

/** La suite de la page de la personne : quand, documents, proches, autres demandes. */
export const patientPage: typeof en = {
  expected: {
    between: (from, until) =>
      `La moitié des gens sont vus d’ici le ${from}, et 9 sur 10 d’ici le ${until}. Votre date peut être plus tôt ou plus tard.`,
    half: from => `La moitié des gens sont vus d’ici le ${from}. Pour certains, c’est bien plus long.`,
    by: until =>
      `9 personnes sur 10 sont vues d’ici le ${until}. Votre date peut être plus tôt ou plus tard.`,
    longer:
      'Vous attendez plus longtemps que 9 personnes sur 10. Vous pouvez appeler le cabinet de votre médecin et demander pourquoi.',
    from: people => `C’est ce que ${people} personnes y ont attendu.`,
    how: 'Comment nous comptons',
  },
  note: {
    title: 'Ce que la clinique a écrit après votre visite',
    ask: 'Des questions? Appelez la clinique ou le bureau de votre médecin.',
  },
  papers: {
    listed: 'Vos documents',
    link: 'Ajouter une photo ou un document',
    title: 'Ajouter une photo ou un document',
    lead: 'Votre médecin et la clinique peuvent l’ouvrir. N’envoyez rien qui ne peut pas attendre.',
    file: 'Fichiers',
    fileHint: 'Photos, PDF ou texte. Au plus 5 fichiers de 10 Mo.',
    what: 'Qu’est-ce que c’est?',
    submit: 'Envoyer',
    missing: 'Choisissez d’abord un fichier.',
    kept: name => `Déjà là : ${name}`,
    done: 'Merci. Votre médecin et la clinique peuvent voir votre document.',
  },
  people: {
    title: 'Les proches qui vous aident',
    link: 'Les proches qui m’aident',
    lead: 'Vous pouvez donner accès à une personne de confiance. Elle voit cette demande comme vous et peut répondre pour vous. Vous pouvez retirer cet accès à tout moment.',
    nobody: 'Vous n’avez donné accès à personne.',
    since: day => `Depuis le ${day}`,
    takeBack: name => `Retirer l’accès de ${name}`,
    add: 'Donner accès à quelqu’un',
    addLead: 'Nous lui envoyons un lien. Pour l’ouvrir, il faut votre date de naissance.',
    name: 'Son nom',
    email: 'Son adresse de courriel',
    language: 'Langue de nos messages à cette personne',
    submit: 'Donner accès',
    done: {
      given: 'Nous lui avons envoyé un lien.',
      taken: 'Son accès est terminé. Son lien n’ouvre plus rien.',
    },
    problems: {
      'no-name': 'Donnez son nom.',
      'no-email': 'Donnez une adresse de courriel, par exemple nom@exemple.ca.',
      'not-now': 'Cette personne a déjà un lien, ou cinq personnes ont accès. Retirez d’abord un accès.',
    },
    notYours: 'Seule la personne concernée peut donner accès à d’autres.',
  },
  all: {
    title: 'Toutes vos demandes',
    link: 'Voir toutes mes demandes',
    codeTitle: 'D’abord un code',
    lead: {
      sms: to => `Pour protéger vos autres demandes, nous envoyons un code par texto au ${to}.`,
      mail: to => `Pour protéger vos autres demandes, nous envoyons un code par courriel à ${to}.`,
    },
    noWay:
      'Nous n’avons pas d’autre moyen de vous joindre et ne pouvons donc pas montrer toutes vos demandes ici. Appelez le cabinet de votre médecin et donnez votre numéro de téléphone.',
    send: 'M’envoyer un code',
    again: 'Envoyer un autre code',
    code: 'Le code',
    codeHint: '6 chiffres. Il est bon pour 10 minutes.',
    submit: 'Voir mes demandes',
    wrong: 'Ce n’est pas le bon code, ou il est trop ancien. Après 5 essais, il en faut un autre.',
    tooMany: 'Nous vous avons envoyé 3 codes en une heure. Veuillez attendre un peu.',
    open: reference => `Ouvrir ${reference}`,
  },
};
