import type { story as en } from '../en/story.ts';

/** La page d’une demande : son histoire, ce qui l’entoure, et la case pour écrire. */
export const story: typeof en = {
  copy: {
    link: 'Copie pour le dossier (PDF)',
    data: 'Toute la demande sous forme de données (FHIR)',
    title: reference => `Demande ${reference}`,
    patient: 'Patient',
    card: 'Carte Santé',
    contact: 'Coordonnées',
    question: 'Question',
    status: 'État',
    from: 'De',
    to: 'À',
    due: 'Échéance',
    files: names => `Fichiers : ${names}`,
    made: (name, moment) =>
      `Copie faite par ${name} ${moment}. Elle contient ce que cette personne peut voir, jusqu’à ce moment.`,
    page: (number, of) => `Page ${number} de ${of}`,
  },
  back: 'Liste de travail',
  place: (at, all) => `${at} de ${all}`,
  reference: 'Référence',
  actAs: (side: string, site: string) => `Vous agissez ici comme ${side}, ${site}`,
  yourTurn: 'C’est à vous.',
  showCard: 'Afficher',
  showCardOf: 'Afficher le numéro complet; cette consultation est consignée',
  waiting: (days: string) => `attente : ${days}`,
  sameDay: 'réponse le jour même',
  done: 'C’est fait',
  holdsNow: (who: string, day: string) => `Prochaine étape : ${who}, échéance le ${day}.`,
  youHold: (day: string) => `La prochaine étape vous revient, échéance le ${day}.`,
  nothingOpen: 'Il ne reste rien à faire.',
  next: 'Demande suivante à traiter',
  fullAnswer: 'Lire la réponse complète',
  answerParts: (recommendations: number, references: number) =>
    [
      recommendations === 1
        ? '1 recommandation'
        : recommendations > 1
          ? `${recommendations} recommandations`
          : '',
      references === 1 ? '1 référence' : references > 1 ? `${references} références` : '',
    ]
      .filter(Boolean)
      .join(', '),
  left: 'Votre établissement a eu ce dossier jusqu’ici; la suite ne s’affiche pas.',
  actsHere: 'Pour ce dossier',
  onlyFor: (who: string) => `Lu par : ${who}`,
  write: 'Écrire à',
  noteFor: 'Notre équipe seulement (note)',
  message: 'Message',
  fromDraft: 'Les mots de votre brouillon. Une fois envoyés, vous pouvez supprimer celui-ci sous Brouillons.',
  placeholder: 'La patiente ou le patient ne voit ce texte que si vous le choisissez',
  send: 'Envoyer',
  attach: 'Joindre des fichiers',
  appointment: 'Rendez-vous',
  formOpen: 'La personne n’a pas encore répondu aux questions d’avant le rendez-vous.',
  minutes: (count: number) => (count < 2 ? `${count} minute` : `${count} minutes`),
  recommendations: 'Recommandations',
  leftOpen: count =>
    count === 1
      ? 'Au moment de la fermeture, une recommandation reste à suivre :'
      : `Au moment de la fermeture, ${count} recommandations restent à suivre :`,
  doneOf: (done: number, all: number) => `${done} sur ${all} suivies`,
  markDone: 'Marquer comme suivie',
  otherwise: 'Non suivie, ou plus tard',
  change: 'Modifier',
  why: 'Pourquoi pas',
  laterOn: 'Plus tard, le',
  notDone: 'Non suivie',
  later: 'Plus tard',
  due: (day: string) => `Échéance le ${day}`,
  ticked: (state: string, day: string, who: string) => `${state} le ${day}, ${who}`,
  involved: 'Qui participe',
  asked: (site: string) => `Demande. ${site}`,
  receives: (site: string) => `Reçoit. ${site}`,
  lookingLabel: 'Qui l’a ouverte',
  looking: (names, one) =>
    one ? `${names} l’a ouverte en ce moment.` : `${names} l’ont ouverte en ce moment.`,
  openedNext: 'C’est fait. Voici la demande suivante qui vous attend.',
  openedBefore: 'Revenir à la précédente',
  contacts: 'Tentatives de contact',
  letter: {
    owed: day => `Vous avez promis une lettre au plus tard le ${day}`,
    follows: day => `Une lettre suivra au plus tard le ${day}.`,
    late: day => `Une lettre devait suivre au plus tard le ${day}. Elle n’est pas encore arrivée.`,
    send: 'Ajouter la lettre',
  },
  logContact: 'Noter un appel ou une lettre',
  earlier: 'Autres demandes de ce patient ici',
  intakeFor: service => `Accueil centralisé de ${service}`,
  intake: (site: string) => `Accueil centralisé. ${site}`,
  actsFor: (clinician: string) => `Agit pour ${clinician}`,
  took: 'A participé',
  waits: 'Attentes',
  soFar: 'Jusqu’ici',
  inAll: 'En tout',
  toVisit: 'Jusqu’à la visite',
  print: 'Imprimer toute la demande',
  away: (from: string, until: string) => `Absence : du ${from} au ${until}`,
  elsewhere: (type: string, status: string, day: string) => `${type}, ${status}, depuis le ${day}`,
};
