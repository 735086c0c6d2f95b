import type { standardAnswers as standardAnswersEn } from '../en/standard-answers.ts';

/** Mots de la page des textes types, et des formulaires qui s’en servent. */
export const standardAnswers: typeof standardAnswersEn = {
  title: 'Textes types',
  lead: 'Les textes que vous reprenez souvent dans vos réponses et vos notes de consultation : les vôtres et ceux de votre groupe. Un clic en ajoute un à la suite de ce que vous avez écrit.',
  none: 'Il n’y en a pas encore.',
  add: 'Ajouter un texte',
  fields: { title: 'Titre', words: 'Texte' },
  wordsHint: names =>
    `Jamais le nom ni le numéro d’un patient. Là où le dossier doit parler, écrivez l’un de ces mots entre accolades : ${names.join(', ')}.`,
  placeholders: {
    patient: 'nom',
    birthDate: 'date de naissance',
    question: 'objet',
    requester: 'demandeur',
    visit: 'rendez-vous',
    today: 'aujourd’hui',
    reference: 'référence',
  },
  left: names => `Le dossier ne le dit pas; remplacez ceci : ${names.join(', ')}.`,
  usedFor: 'À quoi sert ce texte?',
  uses: { answer: 'Réponses aux consultations électroniques', note: 'Notes de consultation' },
  ownShort: 'à moi',
  groupShort: 'du groupe',
  whose: 'À qui est ce texte?',
  own: 'À moi seul',
  group: 'Au groupe',
  keep: 'Enregistrer',
  remove: 'Supprimer',
  kept: 'C’est enregistré.',
  full: 'Le texte n’a pas pu être gardé : il y en a déjà 200, ou quelqu’un l’a supprimé entre-temps.',
  insert: { answer: 'Insérer une réponse type', note: 'Partir d’un modèle' },
  insertHint: 'Le texte s’ajoute à la suite de ce que vous avez écrit.',
  manage: 'Gérer les textes types',
};
