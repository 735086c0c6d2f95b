import type { letter as en } from '../en/letter.ts';

/** La lettre avec un code, pour la personne sans courriel, et la page qui la fait. */
export const letter: typeof en = {
  title: 'Donner accès à la personne : lettre avec un code',
  lead: 'Pour un patient sans courriel : imprimez une lettre avec un code. Avec le code et la date de naissance, le patient ou la personne qui l’aide ouvre sa page.',
  make: 'Faire une lettre',
  again: 'Faire une nouvelle lettre',
  againHint: 'Le code de cette lettre ne fonctionnera plus.',
  closed: count =>
    count === 1
      ? 'Un lien envoyé par courriel est fermé.'
      : `${count} liens envoyés par courriel sont fermés.`,
  closedHint:
    'Vérifiez d’abord l’adresse avec le patient. Envoyez ensuite les dernières nouvelles avec un nouveau lien.',
  renew: 'Envoyer un nouveau lien',
  renewed: 'Un nouveau lien est en route.',
  back: 'Retour à la demande',
  print: 'Imprimer cette lettre',
  subject: reference => `Votre demande ${reference}`,
  hello: name => `Bonjour ${name},`,
  text: 'Vous pouvez voir où en est votre demande, dire si vous pouvez venir à un rendez-vous et nous dire si quelque chose change.',
  go: 'Ouvrez cette adresse',
  code: 'Votre code',
  date: 'Donnez ensuite la date de naissance de la personne soignée. Gardez cette lettre en lieu sûr.',
  call: 'Pas d’ordinateur ni de téléphone? Appelez le bureau de votre médecin. On peut le faire pour vous.',
  danger: 'Si vous êtes en danger ou très malade, composez le 911. N’attendez pas une lettre.',
};
