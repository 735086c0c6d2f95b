import type { errors as en } from '../en/errors.ts';

export const errors: typeof en = {
  reference: id => `Si vous demandez de l’aide, donnez ce numéro : ${id}`,
  home: 'Aller à la page d’accueil',
  back: 'Retour',
  again: 'Réessayer',
  badInput: {
    title: 'Ce formulaire n’a pas été compris',
    text: 'Un élément ne correspond pas à ce que cette page accepte. Rien n’a été enregistré ni envoyé.',
    fields: names => `Élément non compris : ${names}`,
  },
  forbidden: {
    title: 'Ce formulaire n’est plus valide',
    text: 'Il est resté ouvert longtemps ou provient d’ailleurs. Rien n’a été enregistré ni envoyé. Rouvrez la page et envoyez-le de nouveau.',
  },
  missing: {
    title: 'Il n’y a rien ici pour vous',
    text: 'L’adresse est inexacte, ou son contenu ne vous est pas accessible. Si vous travaillez à plusieurs établissements, vérifiez que vous êtes au bon. Si vous venez d’un message, adressez-vous au bureau qui l’a envoyé.',
  },
  tooLarge: {
    title: 'C’est trop volumineux',
    text: 'Un fichier peut faire 10 Mo; un formulaire, 5 fichiers et 25 Mo en tout. Rien n’a été enregistré. Envoyez un fichier plus petit, ou moins de fichiers à la fois.',
  },
  wrongType: {
    title: 'Ce type de demande n’est pas accepté ici',
    text: 'Rien n’a été enregistré ni envoyé.',
  },
  tooMany: {
    title: 'Trop de tentatives',
    text: seconds =>
      seconds < 90
        ? `Veuillez attendre ${seconds <= 1 ? '1 seconde' : `${seconds} secondes`}, puis réessayer.`
        : `Veuillez attendre ${Math.ceil(seconds / 60)} minutes, puis réessayer.`,
  },
  broken: {
    title: 'Un problème est survenu de notre côté',
    text: 'Ce que vous avez envoyé n’a pas été enregistré. L’incident a été consigné. Réessayez; si le problème persiste, avisez la personne responsable de ce site.',
  },
  away: {
    title: 'Un instant, s’il vous plaît',
    text: 'eServices n’est pas joignable en ce moment. Ce qui a été envoyé auparavant est en sécurité. Réessayez dans quelques secondes.',
    urgent:
      'Si quelqu’un a besoin d’aide immédiatement, n’attendez pas cette page : suivez votre procédure d’urgence habituelle ou composez le 911. S’il s’agit de suicide, appelez ou textez le 988.',
  },
};
