import type { outside as en } from '../en/outside.ts';

export const outside: typeof en = {
  title: 'Envoyer à la clinique',
  lead: place =>
    `${place} ne travaille pas encore sur ce réseau. La clinique lit cet aiguillage et y répond dans un espace de travail à elle, sans compte. Choisissez comment elle en est informée.`,
  oneStepLeft: place => `Encore une étape : ${place} n’en sait rien`,
  notYetThere:
    'L’aiguillage est rédigé et conservé. Choisissez ci-dessous comment il s’y rend; d’ici là, la prochaine étape vous revient.',
  channel: 'Comment l’envoyer?',
  channels: {
    mail: 'Par courriel : un lien, et rien sur la personne soignée',
    fax: 'Par télécopieur : une page couverture avec un code, l’aiguillage, les PDF et les images joints',
    paper: 'Sur papier : imprimé, avec un code',
  },
  noFax:
    'Aucune ligne de télécopie n’est configurée ici. Imprimez l’aiguillage et télécopiez-le vous-même, ou envoyez un lien.',
  email: 'Adresse de courriel de la clinique',
  number: 'Numéro de télécopieur de la clinique',
  checkEmail: 'Vérifiez : la personne à cette adresse reçoit le lien et le code.',
  checkNumber: 'Vérifiez : ce qui part au mauvais numéro ne peut pas être repris.',
  wrongEmail: 'Donnez une adresse de courriel, par exemple accueil@clinique.ca.',
  wrongNumber: 'Donnez un numéro de télécopieur de 10 chiffres, par exemple 519-555-0161.',
  chooseChannel: 'Choisissez comment l’envoyer.',
  language: 'Langue de la clinique',
  send: 'Envoyer',
  again: 'Envoyer de nouveau',
  againHint: 'L’envoi précédent n’ouvrira plus rien.',
  takeBack: 'Reprendre l’espace de travail',
  back: 'Retour à la demande',
  now: 'Où en est l’envoi',
  sentBy: {
    mail: (to, day) => `Un lien a été envoyé à ${to} le ${day}.`,
    fax: (to, day) => `Une télécopie au ${to}, faite le ${day}.`,
    paper: (_to, day) => `Imprimé avec un code, fait le ${day}.`,
  },
  fax: {
    waiting: 'Elle attend la ligne de télécopie.',
    handed: when =>
      `Remise à la ligne de télécopie le ${when}. Celle-ci n’a pas encore dit si elle est arrivée.`,
    delivered: when => `Selon la ligne de télécopie, elle est arrivée le ${when}.`,
    failed: why => `L’envoi a échoué${why ? ` : ${why}` : ''}. Il n’y aura pas d’autre essai.`,
    again: (why, times) =>
      `L’envoi a échoué${why ? ` : ${why}` : ''}. Il y aura un autre essai; jusqu’ici, ${times}.`,
    times: count => (count === 1 ? 'une fois' : `${count} fois`),
  },
  opened: (who, when) => `Ouvert par ${who} le ${when}.`,
  notOpened: 'Personne ne l’a encore ouvert.',
  until: day => `L’espace s’ouvre jusqu’au ${day}.`,
  closed: {
    replaced: 'Il a été remplacé.',
    'taken-back': 'Vous l’avez repris.',
    'wrong-code':
      'Il a été fermé : un mauvais code a été saisi cinq fois. Appelez la clinique, puis envoyez de nouveau.',
    'not-delivered': 'L’envoi n’a pas pu être livré. Vérifiez l’adresse ou le numéro auprès de la clinique.',
    expired: 'Son délai est écoulé.',
    claimed: 'Une autre clinique a pris la demande.',
  },
  paper: {
    pdf: 'PDF à imprimer',
    print: 'Imprimer',
    fax: 'Télécopie : aiguillage',
    requisition: 'Demande d’aiguillage imprimée',
    to: 'À',
    number: 'Télécopieur',
    from: 'De',
    phone: 'Téléphone',
    reference: 'Référence',
    made: 'Fait le',
    code: 'Code à saisir',
    patient: 'Personne soignée',
    born: 'Date de naissance',
    answer: 'Pour répondre, aucun compte n’est nécessaire',
    answerSteps: address => [
      `Ouvrez ${address} et saisissez le code ci-dessus.`,
      'Un deuxième code est alors télécopié à ce numéro.',
      'Acceptez, posez une question, fixez un rendez-vous, refusez ou envoyez la note. L’expéditeur le reçoit aussitôt.',
    ],
    answerByDate: address => [
      `Hors réseau : ouvrez ${address}, saisissez le code ci-dessus et la date de naissance de la personne.`,
      'Acceptez, posez une question, fixez un rendez-vous, refusez ou envoyez la note. L’expéditeur le reçoit aussitôt.',
    ],
    claimSteps: address => [
      `Sur le réseau : ouvrez une session, allez à ${address} et saisissez le code ci-dessus et la date de naissance de la personne.`,
      'L’aiguillage est alors à vous. Le premier qui le prend l’obtient.',
    ],
    forPatient:
      'Pour la personne soignée : apportez ce document à la clinique. Gardez-le en lieu sûr, il contient des renseignements sur votre santé.',
    wrong:
      'Confidentiel. Ce document contient des renseignements personnels sur la santé. S’il ne vous est pas destiné, appelez l’expéditeur sans tarder et détruisez-le; vous ne pouvez ni le garder, ni le copier, ni le transmettre.',
    files: 'Les fichiers joints s’ouvrent dans l’espace de travail.',
    filesFollow:
      'Les fichiers joints suivent l’aiguillage; ce qui ne se télécopie pas s’ouvre dans l’espace de travail.',
    attached: 'Fichiers joints',
    along: (name, pages, all) =>
      pages === 0
        ? `${name} : s’ouvre dans l’espace de travail`
        : `${name} : ${pages === 1 ? '1 page suit' : `${pages} pages suivent`}${all ? '' : '; le reste s’ouvre dans l’espace de travail'}`,
    pageOf: (name, page, of) => `${name}, page ${page} de ${of}`,
    danger: 'Si la personne est en danger, composez le 911.',
  },
  requisition: {
    title: 'Demande imprimée',
    link: 'Demande imprimée',
    lead: 'La personne peut l’apporter à n’importe quelle clinique. Celle qui travaille sur ce réseau prend l’aiguillage avec le code et la date de naissance; la première l’obtient.',
    make: 'Faire une demande imprimée',
    again: 'En faire une nouvelle',
    againHint: 'Le code de celle-ci cessera alors de fonctionner.',
    until: day => `Son code est valable jusqu’au ${day}.`,
    notNow: 'L’aiguillage est déjà pris en charge; il ne peut plus être pris par une autre clinique.',
  },
  claim: {
    title: 'Prendre une demande imprimée',
    lead: 'Une personne a apporté un aiguillage imprimé avec un code. Saisissez le code et la date de naissance : l’aiguillage est à vous, avec tout ce qu’il contient.',
    code: 'Code du document',
    codeHint: '16 lettres et chiffres; les espaces ne comptent pas',
    birthDate: 'Date de naissance de la personne',
    birthDateHint: 'Par exemple 1992-02-03',
    submit: 'Prendre la demande',
    codeMissing: 'Saisissez les 16 lettres et chiffres du document.',
    dateMissing: 'Donnez la date de naissance, par exemple 1992-02-03.',
    wrong: left =>
      left === 1
        ? 'Le code et la date de naissance ne vont pas ensemble. Il vous reste un essai.'
        : `Le code et la date de naissance ne vont pas ensemble. Il vous reste ${left} essais.`,
    dead: 'Ce code n’ouvre rien : il est mal saisi, déjà utilisé ou trop ancien. Demandez au cabinet qui l’a imprimé.',
    taken: 'Une clinique a déjà pris cet aiguillage en charge. Demandez au cabinet qui l’a imprimé.',
  },
};
