import type { files as en } from '../en/files.ts';

/** Les fichiers que l'on ajoute, ouvre et consulte. */
export const files: typeof en = {
  add: 'Ajouter un fichier',
  addHint: 'PDF, image, texte, mp3 ou mp4, 10 Mo au plus par fichier, 50 Mo en tout',
  upload: 'Ajouter',
  title: 'Fichiers',
  none: 'Aucun fichier pour l’instant.',
  download: 'Télécharger',
  look: 'Voir ici',
  preview: 'Aperçu',
  page: (page, pages) => `Page ${page} sur ${pages}`,
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  imageOf: name => `Image : ${name}`,
  noPreview: 'Ce fichier ne peut pas être affiché ici. Téléchargez-le plutôt.',
  closed: {
    title: 'Ce fichier ne peut pas être ouvert',
    checking: 'La vérification antivirus n’est pas terminée. Réessayez dans quelques minutes.',
    infected: 'La vérification y a trouvé un danger. Demandez une autre copie à l’expéditeur.',
  },
  damaged: 'Ce fichier a été endommagé là où il est conservé. Avertissez la personne responsable du système.',
  leaveOut: 'Retirer',
  leaveOutFile: name => `Retirer ${name}`,
  kinds: {
    pdf: 'PDF',
    jpeg: 'image JPEG',
    png: 'image PNG',
    gif: 'image GIF',
    tiff: 'image TIFF',
    text: 'texte',
    mp3: 'son mp3',
    mp4: 'vidéo mp4',
    unknown: 'autre chose',
  },
  refused: {
    empty: name => `${name} est vide et n’a pas été ajouté.`,
    'too-large': name => `${name} dépasse 10 Mo et n’a pas été ajouté.`,
    kind: name => `${name} n’a pas été ajouté : envoyez un PDF, une image, du texte, un mp3 ou un mp4.`,
    'not-what-it-says': (name, says, is) =>
      `${name} n’a pas été ajouté : son nom annonce « ${says} », mais son contenu est « ${is} ».`,
    markup: name =>
      `${name} n’a pas été ajouté : il contient une page Web ou un dessin qui peut exécuter du code.`,
    malware: name => `${name} n’a pas été ajouté : la vérification y a trouvé un danger.`,
    total: () => 'Les fichiers d’une demande ne peuvent pas dépasser 50 Mo en tout.',
  },
};
