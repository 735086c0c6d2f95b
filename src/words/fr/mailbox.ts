import type { mailbox as en } from '../en/mailbox.ts';

/** La boîte aux lettres d'une démonstration : chaque message que le système a envoyé. */
export const mailbox: typeof en = {
  title: 'Courriels envoyés',
  lead: 'Chaque message que le système a écrit, le plus récent d’abord, mot pour mot. Dans une démonstration, rien ne part : ouvrez les liens ici.',
  none: 'Rien n’a encore été envoyé. Un message paraît ici quand il se passe quelque chose dans une demande.',
  noneTo: 'Rien n’a été envoyé à une personne ou à une adresse de ce nom.',
  whose: 'Nom ou adresse',
  find: 'Chercher des courriels',
  everybody: 'Les courriels de tout le monde',
  to: 'À',
  contact: 'Patient ou personne qui l’aide',
  language: 'Langue :',
  envelope: 'Enveloppe',
  languages: { en: 'Anglais', fr: 'Français' },
  id: 'Message-ID :',
  sms: 'Texto.',
  waitsUntil: when => `Attend jusqu’à ${when}, comme choisi`,
  states: {
    waiting: 'En attente d’envoi',
    sent: 'Envoyé',
    opened: 'Envoyé, et son lien a été ouvert',
    failed: 'N’a pas pu être livré',
    stopped: 'Pas envoyé : il ne servait plus',
  },
  birthDate:
    'La page derrière le lien d’un patient demande la date de naissance inscrite au dossier du patient.',
};
