import type { signIn as en } from '../en/sign-in.ts';

export const signIn: typeof en = {
  title: 'Ouvrir une session',
  email: 'Courriel professionnel',
  password: 'Mot de passe',
  submit: 'Ouvrir la session',
  wrong: 'Le courriel ou le mot de passe est inexact. Vérifiez les deux et réessayez.',
  emailMissing: 'Entrez votre courriel professionnel.',
  passwordMissing: 'Entrez votre mot de passe.',
  tooMany: minutes =>
    minutes <= 1
      ? 'Il y a eu trop de tentatives. Attendez une minute, puis réessayez.'
      : `Il y a eu trop de tentatives. Attendez ${minutes} minutes, puis réessayez.`,
  noPlace:
    'Vous avez un compte, mais aucun lieu de travail en ce moment. Adressez-vous à la personne responsable de votre établissement.',
  ended: 'Votre session a pris fin faute d’activité. Ouvrez-en une nouvelle pour continuer.',
  join: 'Ma clinique souhaite participer',
  forgot: 'J’ai oublié mon mot de passe',
  patients: 'Patientes et patients : ouvrez le lien reçu par courriel. Vous n’avez pas besoin de compte.',
  demo: {
    title: 'Démonstration : entrez en tant que l’une de ces personnes',
    note: 'Ce site ne contient que des personnes inventées. Rien de ce que vous y faites ne parvient à qui que ce soit.',
    roleAt: (role, site) => `${role}, ${site}`,
  },
  forgotten: {
    title: 'Un nouveau mot de passe',
    lead: 'Nous envoyons un lien à votre courriel professionnel. Il vous permet de choisir un nouveau mot de passe d’ici une heure.',
    submit: 'Envoyer le lien',
    sent: 'S’il existe un compte avec ce courriel, un message est en route. Le lien qu’il contient est valable une heure.',
    nothing:
      'Rien après dix minutes? Regardez dans les indésirables, ou demandez à la personne responsable de votre organisation.',
    back: 'Retour à la page d’ouverture de session',
  },
  choose: {
    title: 'Choisissez votre mot de passe',
    whose: (email: string) => `Pour le compte ${email}.`,
    password: 'Nouveau mot de passe',
    submit: 'Garder ce mot de passe',
    done: 'Votre mot de passe est enregistré. Ouvrez une session.',
    deadTitle: 'Ce lien n’est plus valable',
    dead: 'Il a déjà servi, ou il est trop ancien. Demandez-en un autre; dès que l’un a servi, les autres ne valent plus.',
    again: 'M’envoyer un autre lien',
  },
  account: {
    title: 'Votre compte',
    name: 'Nom',
    email: 'Courriel',
    places: 'Vos lieux de travail',
    switchTo: 'Travailler ici',
    here: 'Vous êtes ici',
    actingFor: name => `au nom de ${name}`,
    passwordTitle: 'Changer votre mot de passe',
    oldPassword: 'Mot de passe actuel',
    newPassword: 'Nouveau mot de passe',
    newPasswordHint: 'Au moins 12 caractères. Une phrase se retient facilement.',
    change: 'Changer le mot de passe',
    changed: 'Votre mot de passe est changé. Les sessions sur d’autres appareils sont fermées.',
    wrongOld: 'Ce n’est pas votre mot de passe actuel.',
    tooShort: 'Utilisez au moins 12 caractères.',
    tooLong: 'Utilisez au plus 200 caractères.',
    tooPlain:
      'Ce mot de passe est trop facile à deviner. N’utilisez ni votre nom, ni votre courriel, ni un même caractère répété.',
    same: 'C’est votre mot de passe actuel. Choisissez-en un autre.',
    sessionsTitle: 'Une session est ouverte ailleurs?',
    sessionsText:
      'Votre session prend fin après 30 minutes sans clic et, dans tous les cas, après 12 heures.',
    everywhere: 'Fermer toutes les sessions',
    signOut: 'Fermer la session',
    languageTitle: 'Langue',
    languageText: 'Les pages et les courriels vous parviennent dans la langue que vous choisissez.',
  },
};
