import type { everyAct as en } from '../en/every-act.ts';

/** Les formulaires des étapes que tout dossier connaît, consultation électronique ou aiguillage. */
export const everyAct: typeof en = {
  urgency: 'Urgence',
  whyUrgency: 'Motif',
  whyUrgencyHint: 'L’autre partie le lit. L’échéance change en conséquence.',
  emergency:
    'En cas d’urgence, n’attendez pas de réponse ici : composez le 911, suivez votre voie d’urgence ou joignez le spécialiste de garde.',
  whatChanged: 'Ce qui s’est aggravé, et depuis quand',
  whatChangedHint:
    'Le destinataire en prend connaissance dans les 2 jours ouvrables. La personne soignée peut aussi le lire.',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  lastBeforeFirst: 'Le dernier jour précède le premier.',
  whyAway: 'Motif',
  awayWhat: 'Les jours où la personne ne peut pas venir. Ils ne comptent pas dans l’attente.',
  everybodyReads: 'Toutes les parties le lisent, la personne soignée aussi.',
  contactDay: 'Jour',
  contactTime: 'Heure',
  contactHow: 'Moyen',
  contactOutcome: 'Résultat',
  voidWhat:
    'Pour une demande qui n’aurait jamais dû partir, par exemple au nom de la mauvaise personne. L’autre partie ne la voit plus, et les responsables de la protection de la vie privée en sont avisés. C’est irréversible.',
  whyVoid: 'Ce qui s’est passé',
  strikeWhat: 'Ce qu’il faut retirer',
  whyStrike: 'Motif',
  strikeHint: 'Plus personne ne le lit; une ligne reste et dit qui l’a retiré et pourquoi.',
  nothingToStrike: 'Votre équipe n’a rien écrit ni ajouté qui puisse être retiré.',
  transferWhat:
    'Le dossier et ce qui reste à faire passent à quelqu’un d’autre de votre établissement, avec tout son contenu.',
  transferTo: 'À qui',
  whyTransfer: 'Motif',
  people: 'Personnes',
  units: 'Équipes',
  correctWhat: 'Saisissez seulement ce qui est inexact; ce que vous laissez vide ne change pas.',
  now: (value: string) => `Actuellement : ${value}`,
  reachable: 'Peut-on joindre la personne par lien ou par lettre?',
  deceased: 'La personne est décédée.',
  deceasedHint: 'Tous les avis à la personne cessent.',
};
