import type { standardAnswers as standardAnswersEn } from '../en/standard-answers.ts';

/** Mots de la page des réponses types, et du formulaire qui s’en sert. */
export const standardAnswers: typeof standardAnswersEn = {
  title: 'Réponses types',
  lead: 'Les textes que vous reprenez souvent dans vos réponses : les vôtres et ceux de votre groupe. Un clic en ajoute un à la suite de ce que vous avez écrit.',
  none: 'Il n’y en a pas encore.',
  add: 'Ajouter un texte',
  fields: { title: 'Titre', words: 'Texte' },
  wordsHint: 'Jamais le nom ni le numéro d’un patient.',
  whose: 'À qui est ce texte?',
  own: 'À moi seul',
  group: 'Au groupe',
  keep: 'Enregistrer',
  remove: 'Supprimer',
  kept: 'C’est enregistré.',
  full: 'Le texte n’a pas pu être gardé : il y en a déjà 200, ou quelqu’un l’a supprimé entre-temps.',
  insert: 'Insérer une réponse type',
  insertHint: 'Elle s’ajoute à la suite de ce que vous avez écrit.',
  manage: 'Gérer les réponses types',
};
