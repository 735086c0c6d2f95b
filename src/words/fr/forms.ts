import type { forms as en } from '../en/forms.ts';

/** Autour des questions des formulaires; les questions elles-mêmes sont des données. */
export const forms: typeof en = {
  update: 'Mettre le formulaire à jour',
  updateHint: 'Affiche les questions qui découlent de vos réponses et calcule le score.',
  sections: 'Sections du formulaire',
  complete: 'complète',
  incomplete: 'à compléter',
  optional: 'facultative, rien encore',
  progress: (done, required) => `${done} des ${required} réponses requises sont là.`,
  yes: 'Oui',
  no: 'Non',
  other: 'Autre',
  otherField: question => `${question} Autre, en vos mots`,
  tooSmall: least => `Le minimum est ${least}.`,
  tooLarge: most => `Le maximum est ${most}.`,
  tooSlow: 'n’a pas pu être calculé à temps. Envoyez sans ce résultat et avisez votre responsable.',
  sources: {
    patient: () => 'Tiré du dossier, aujourd’hui',
    requester: () => 'Tiré de votre profil',
    question: () => 'Tiré de votre question',
    'earlier-econsult': day =>
      day ? `Tiré de la consultation électronique du ${day}` : 'Tiré de la consultation électronique',
    'earlier-referral': day => (day ? `Tiré de l’aiguillage du ${day}` : 'Tiré de l’aiguillage'),
  },
  wrote: text => `Vous avez écrit « ${text} ».`,
  phq9Bands: '5 légère, 10 modérée, 15 modérément grave, 20 grave',
  bands: {
    none: 'minime',
    mild: 'légère',
    moderate: 'modérée',
    'moderately-severe': 'modérément grave',
    severe: 'grave',
  },
  scoreSoFar: (sum, answered, questions) =>
    `${sum} pour l’instant, d’après ${answered} réponse${answered > 1 ? 's' : ''} sur ${questions}`,
  scoreOf: (sum, most) => `${sum} sur ${most}`,
  scoreWithBand: (sum, most, band) => `${sum} sur ${most}, atteinte ${band}`,
  unanswered: 'Sans réponse',
  raised: 'Une réponse du formulaire signale un danger',
};
