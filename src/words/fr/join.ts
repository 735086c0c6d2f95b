import type { join as en } from '../en/join.ts';

export const join: typeof en = {
  title: 'Comment adhérer',
  lead: 'Pour les cabinets, les cliniques, les hôpitaux, les groupes de spécialistes et les services centraux d’accueil de l’Ontario. C’est gratuit et il n’y a rien à installer.',
  stepsTitle: 'Comment cela se passe',
  steps: [
    [
      'Vous inscrivez votre site ici',
      'Dix minutes. Il vous faut son nom, son adresse et le nom de la personne responsable.',
    ],
    [
      'Le programme vérifie et approuve',
      'Dans les 5 jours ouvrables. Il peut téléphoner pour s’assurer que le site est bien le vôtre. Chercher dans le répertoire n’exige aucun compte.',
    ],
    [
      'Votre responsable reçoit une invitation',
      'Un lien par courriel, valide 7 jours, pour choisir comment ouvrir une session.',
    ],
    [
      'Votre responsable ajoute les gens et les services',
      'Cliniciens, délégués, commis, chacun avec son rôle. Les services paraissent dans le répertoire quand vous le décidez.',
    ],
    [
      'Vous demandez, aiguillez et recevez',
      'Essayez d’abord la démonstration : toutes les personnes y sont inventées.',
    ],
  ],
  formTitle: 'Inscrire un site',
  noPatients: 'N’inscrivez sur cette page aucun renseignement sur un patient.',
  site: 'Le site',
  siteName: 'Nom du site',
  kind: 'Genre de site',
  kinds: {
    practice: 'Cabinet de médecine familiale ou équipe de soins primaires',
    clinic: 'Clinique ou service communautaire',
    hospital: 'Hôpital',
    group: 'Groupe de spécialistes qui répond aux consultations électroniques',
    'central-intake': 'Service central d’accueil',
  },
  address: 'Adresse municipale',
  city: 'Ville ou village',
  postalCode: 'Code postal',
  phone: 'Téléphone du site',
  uses: 'Ce que vous voulez faire',
  usesHint: 'Cochez tout ce qui convient',
  use: {
    ask: 'Demander des avis',
    answer: 'Répondre aux questions',
    refer: 'Envoyer des demandes d’aiguillage',
    receive: 'Recevoir des demandes d’aiguillage',
  },
  leader: 'La personne responsable',
  leadName: 'Nom',
  leadTitle: 'Fonction',
  leadTitleHint: 'Par exemple : médecin responsable, gestionnaire de la clinique',
  email: 'Courriel professionnel',
  emailHint: 'Le programme répond à cette adresse',
  language: 'Langue de nos messages',
  languages: { en: 'Anglais', fr: 'Français' },
  remarks: 'Ce que le programme devrait savoir',
  send: 'Envoyer au programme',
  chooseUse: 'Cochez au moins une case.',
  received: {
    title: 'Le programme a votre demande',
    holder:
      'Elle est maintenant entre les mains du programme, qui répond par courriel dans les 5 jours ouvrables.',
    nothing:
      'Vous n’avez rien à faire d’ici là. Si aucune réponse ne vient, inscrivez-vous de nouveau et dites-le dans le dernier champ.',
    back: 'Vers la page d’accueil',
    directory: 'Parcourir le répertoire',
  },
};
