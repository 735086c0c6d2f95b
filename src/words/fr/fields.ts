import type { fields as en } from '../en/fields.ts';

export const fields: typeof en = {
  required: '(obligatoire)',
  errors: count => (count === 1 ? 'Une réponse est à compléter' : `${count} réponses sont à compléter`),
  choose: 'Choisissez',
  about: (label, sentence) => `${label} : ${sentence}`,
  chooseOne: 'Choisissez une de ces réponses.',
  unreadable: 'Retirez les caractères invisibles; il suffit souvent de retaper le texte à la main.',
  missing: 'Remplissez ce champ.',
  tooLong: max => `Limitez-vous à ${max} caractères.`,
  notAnEmail: 'Entrez une adresse de courriel complète, par exemple nom@exemple.org.',
  notAPostalCode: 'Entrez un code postal, par exemple N1E 2A5.',
  notAPhone: 'Entrez un numéro de téléphone avec l’indicatif régional, par exemple 519 555-0142.',
  notADate: 'Entrez une date complète : année, mois et jour.',
  notANumber: 'Entrez un nombre.',
  files: 'PDF, image ou texte, 10 Mo au plus par fichier',
};
