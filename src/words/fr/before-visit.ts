import type { beforeVisit as en } from '../en/before-visit.ts';

export const beforeVisit: typeof en = {
  toDo: 'À faire : répondre aux questions avant votre rendez-vous',
  invite: when => `La clinique vous pose quelques questions avant votre rendez-vous du ${when}.`,
  link: 'Répondre aux questions',
  answered: 'Vous avez répondu aux questions de la clinique avant votre rendez-vous.',
  lead: 'Ce que vous écrivez est conservé. Vous pouvez vous arrêter et continuer plus tard. La clinique et votre médecin le lisent une fois que vous l’envoyez.',
  send: 'Envoyer à la clinique',
  keep: 'Conserver et continuer plus tard',
  kept: 'Vos réponses sont conservées. Elles ne sont pas encore envoyées.',
  done: 'Merci. La clinique a vos réponses.',
  over: 'La clinique ne demande plus rien avant ce rendez-vous.',
};
