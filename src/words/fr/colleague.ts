import type { colleague as en } from '../en/colleague.ts';

export const colleague: typeof en = {
  lead: requester =>
    `Votre question est envoyée à un collègue; la réponse vous revient. ${requester} peut tout lire et en est averti. L’échéance de votre propre réponse ne change pas.`,
  group: 'Qui voulez-vous consulter?',
  whom: 'À qui dans le groupe',
  whomHint: 'Un spécialiste désigné reçoit la question tout de suite.',
  showWhom: 'Voir qui en fait partie',
  chosenByGroup: 'La personne que le groupe choisira',
  title: 'Titre de votre question',
  titleHint: 'Au plus 80 caractères, sans le nom du patient.',
  question: 'Votre question',
  questionHint: 'Ce que vous en pensez et ce que vous aimeriez savoir.',
  carryHint:
    'De la première question. Les renseignements sur le patient sont toujours joints; les messages restent ici.',
  send: 'Envoyer la question',
  helps: nth => `Posée pour aider à répondre à la question ${nth}.`,
  helpsHere: 'Posée par un spécialiste, pour l’aider dans sa propre réponse.',
  copyIs: name => `${name} peut tout lire.`,
  youRead: 'Vous pouvez tout lire; le spécialiste qui a posé la question y donne suite.',
  readsAlong: site => `Reçoit une copie, ${site}`,
  besideTitle: asked => `Question posée à ${asked}`,
  noAnswerYet: 'Pas encore de réponse.',
  quoteLegend: 'Insérer la réponse d’un collègue dans le texte',
  quote: who => `Citer ${who}`,
  quoted: (who, day) => `Le ${day}, ${who} a écrit :`,
};
