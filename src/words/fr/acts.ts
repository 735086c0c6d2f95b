import type { acts as en } from '../en/acts.ts';

/** Les pages où une étape se fait, et ce qu’elles disent quand elle n’a pas pu se faire. */
export const acts: typeof en = {
  you: 'Vous',
  thePatient: 'Patient ou patiente',
  speaks: (language: string, interpreter: string) =>
    interpreter ? `Lettres en ${language}; interprète : ${interpreter}` : `Lettres en ${language}`,
  back: 'Retour sans envoyer',
  sendAnyway: 'Envoyer quand même',
  refusedTitle: 'Rien n’a été fait',
  staleTitle: 'Quelque chose a changé pendant que vous écriviez',
  staleText: 'Rien n’a été envoyé. Votre texte est conservé ci-dessous; relisez-le.',
  notNow: 'Cette étape n’est pas possible en ce moment; votre texte est conservé ci-dessous.',
  alreadySent:
    'Ce formulaire a déjà été envoyé avec un autre contenu. Le suivi montre ce qui est parti; envoyez de nouveau pour ajouter ceci.',
  tooLong: 'C’est trop long.',
  outOfRange: 'Ce nombre est hors limites.',
  unreadable: 'Cette réponse est illisible. Saisissez-la de nouveau.',
  files: 'Fichiers à joindre',
  filesHint: 'PDF, image, texte, mp3 ou mp4, jusqu’à 10 Mo chacun',
  filesWaiting: 'Déjà ajoutés',
  keepFile: (name: string) => `Joindre ${name}`,
  asked: 'Ce qui a été demandé',
  question: 'Question',
  questionHint: 'Le délai de réponse est suspendu jusqu’à ce que le demandeur réponde.',
  message: 'Message',
  to: 'Destinataires',
  answerWanted: 'Je souhaite une réponse',
};
