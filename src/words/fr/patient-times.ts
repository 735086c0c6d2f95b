import type { patientTimes as en } from '../en/patient-times.ts';

export const patientTimes: typeof en = {
  times: {
    title: 'Choisir un moment',
    change: 'Choisir un autre moment',
    lead: 'La clinique vous laisse choisir vous-même le moment de votre rendez-vous.',
    have: when =>
      `Votre rendez-vous est maintenant ${when}. Si vous prenez un autre moment, celui-ci revient à la clinique.`,
    label: 'Moments libres',
    kind: (name, minutes, how) => `${name}, ${minutes} min, ${how}`,
    media: { 'in-person': 'à la clinique', phone: 'par téléphone', video: 'par vidéo' },
    submit: 'Je prends ce moment',
    later: 'Plus tard',
    none: 'Il n’y a pas de moment libre pour l’instant. La clinique en trouvera un pour vous.',
    missing: 'Choisissez un moment.',
    gone: 'Quelqu’un d’autre vient de prendre ce moment. Veuillez en choisir un autre.',
    done: 'Ce moment est à vous. Dites-nous plus bas que vous viendrez.',
  },
  soon: {
    title: 'Pouvez-vous venir bientôt?',
    lead: 'Il arrive qu’un rendez-vous se libère. Si vous pouvez venir à court préavis, nous vous le demandons à votre tour.',
    on: 'Vous êtes sur la liste. Quand un rendez-vous se libère, nous vous écrivons, et vous dites oui ou non.',
    notice: 'Jusqu’à quand nous pouvons vous le demander',
    hours: {
      '3': 'Jusqu’à 3 heures avant',
      '24': 'Jusqu’à un jour avant',
      '48': 'Jusqu’à 2 jours avant',
      '168': 'Jusqu’à une semaine avant',
    },
    submit: 'Oui, je peux venir bientôt',
    off: 'Je ne peux plus venir bientôt',
    done: 'Merci. Vous êtes sur la liste.',
    doneOff: 'Merci. Vous n’êtes plus sur la liste. Votre rendez-vous actuel reste.',
  },
};
