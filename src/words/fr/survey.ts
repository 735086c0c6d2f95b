import type { survey as en } from '../en/survey.ts';

export const survey: typeof en = {
  title: 'Comment s’est passé votre rendez-vous?',
  invite:
    'Six questions brèves. Vos réponses aident la clinique à faire mieux; personne ne les voit avec votre nom.',
  link: 'Répondre aux questions',
  lead: 'Choisissez ce qui convient le mieux. Vous pouvez laisser une question sans réponse.',
  questions: {
    satisfied: 'Dans l’ensemble, la façon dont j’ai été aiguillé(e) et reçu(e) me satisfait.',
    informed: 'On m’a mieux renseigné(e) que lors d’aiguillages précédents.',
    easy: 'Ce que j’avais à faire était facile à suivre.',
    'messages-tracking': 'Grâce aux messages, je savais mieux où en était ma demande.',
    'messages-better': 'Les messages ont rendu toute l’expérience meilleure.',
  },
  agreements: {
    '1': 'Pas du tout',
    '2': 'Pas vraiment',
    '3': 'En partie',
    '4': 'En grande partie',
    '5': 'Tout à fait',
  },
  age: 'Âge de la patiente ou du patient',
  ages: {
    'under-18': 'Moins de 18 ans',
    '18-34': 'De 18 à 34 ans',
    '35-49': 'De 35 à 49 ans',
    '50-64': 'De 50 à 64 ans',
    '65-79': 'De 65 à 79 ans',
    '80-up': '80 ans ou plus',
  },
  notSaid: 'Je préfère ne pas le dire',
  private:
    'Les réponses sont seulement comptées, avec celles d’autres personnes. Une fois envoyées, elles ne changent plus.',
  submit: 'Envoyer mes réponses',
  missing: 'Répondez à au moins une des questions.',
  over: 'Il n’y a plus rien à répondre. Merci.',
  done: 'Merci. Vos réponses sont envoyées.',
  pageTitle: 'Ce que disent les patients après un rendez-vous',
  pageLead:
    'Les douze derniers mois à votre établissement. Les réponses comptent par six : aucun chiffre ne porte sur moins de 6 personnes, et aucun ne montre la réponse d’une seule.',
  count: people => `${people} personnes ont répondu.`,
  none: 'Trop peu de personnes ont répondu. Les chiffres paraissent à partir de la sixième.',
  question: 'Énoncé',
  people: 'Personnes',
  agree: 'D’accord, en grande partie ou tout à fait',
  mean: 'Moyenne, de 1 à 5',
  few: 'Moins de 6',
  csv: 'Enregistrer le tableau (CSV)',
};
