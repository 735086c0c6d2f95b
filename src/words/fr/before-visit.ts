import type { beforeVisit as en } from '../en/before-visit.ts';

export const beforeVisit: typeof en = {
  toDo: 'À faire : répondre aux questions avant votre rendez-vous',
  invite: when => `La clinique vous pose quelques questions avant votre rendez-vous du ${when}.`,
  link: 'Répondre aux questions',
  answered: 'Vous avez répondu aux questions de la clinique avant votre rendez-vous.',
  answeredThrough: (who, day) =>
    `Vous avez donné vos réponses à la clinique : ${who} les a saisies pour vous le ${day}. Si quelque chose est inexact, dites-le à la clinique.`,
  lead: 'Ce que vous écrivez est conservé. Vous pouvez vous arrêter et continuer plus tard. La clinique et votre médecin le lisent une fois que vous l’envoyez.',
  send: 'Envoyer à la clinique',
  keep: 'Conserver et continuer plus tard',
  kept: 'Vos réponses sont conservées. Elles ne sont pas encore envoyées.',
  done: 'Merci. La clinique a vos réponses.',
  over: 'La clinique ne demande plus rien avant ce rendez-vous.',
  staff: {
    link: 'Saisir les réponses pour la personne',
    lead: 'Pour une personne au téléphone ou au comptoir. Le dossier indique que la personne a donné ces réponses et que vous les avez saisies; sa page l’indique aussi.',
    notKept:
      'Ce que vous écrivez n’est pas conservé avant l’enregistrement. Ce que la personne avait commencé à écrire sur sa propre page est alors effacé.',
    send: 'Enregistrer les réponses',
    over: 'Rien n’est demandé à la personne avant ce rendez-vous pour le moment : elle a répondu aux questions, ou le rendez-vous a changé.',
  },
};
