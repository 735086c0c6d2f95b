import type { front as en } from '../en/front.ts';

export const front: typeof en = {
  title: 'Demander un avis, aiguiller un patient',
  heading: 'La bonne aide pour chaque question, et personne n’attend dans le silence',
  lead: 'eServices relie les soins primaires de l’Ontario aux spécialistes et aux services. Demandez un avis ou envoyez une demande d’aiguillage. Chaque demande a un responsable, une prochaine étape et une date, et le patient peut les voir.',
  drawing: {
    label:
      'Une question mène à un avis, à une visite, ou d’un avis à une visite avec tout son contenu, et se termine réglée.',
    question: ['Une', 'question'],
    advice: 'Avis',
    adviceTime: 'en quelques jours',
    visit: 'Visite',
    visitTime: 'en semaines',
    along: ['réponses et', 'fichiers suivent'],
    settled: 'Réglée',
  },
  advice: {
    title: 'Demander un avis',
    what: 'Une consultation électronique. Écrivez votre question; un spécialiste répond en quelques jours. Bien des patients évitent ainsi un déplacement.',
    steps: [
      ['Question', 'une seule case'],
      ['Attribution', '1 jour ouvrable'],
      ['Réponse', '7 jours au plus'],
      ['Suite', 'agir ou relancer'],
    ],
    act: 'Demander un avis',
  },
  referral: {
    title: 'Aiguiller un patient',
    what: 'Un aiguillage électronique. Choisissez un service selon le besoin, l’attente et la distance. Suivez la demande jusqu’à la visite, et au retour.',
    steps: [
      ['Envoi', 'au bon service'],
      ['Prise en charge', '7 jours au plus'],
      ['Rendez-vous', 'patient confirme'],
      ['Visite', 'note en retour'],
    ],
    act: 'Envoyer un aiguillage',
  },
  find: {
    title: 'Trouver un service',
    what: 'Ce qu’il vous faut',
    whatExample: 'Par exemple : douleur au genou, diabète',
    near: 'Près de',
    nearExample: 'Code postal ou ville',
    act: 'Chercher dans le répertoire',
    open: 'Ouvert à tous. N’écrivez aucun nom : on cherche ici un service, pas une personne.',
  },
  count: {
    title: 'Ce sur quoi vous pouvez compter',
    points: [
      [
        'Rien ne se perd dans le silence',
        'Une demande ouverte nomme toujours la personne responsable et l’échéance. Les retards remontent : un rappel, la direction du site, puis le programme.',
      ],
      [
        'Un « non » vient avec une suite',
        'Un service qui refuse donne une raison et propose une autre adresse. Vous envoyez la demande là d’un clic; réponses et fichiers suivent.',
      ],
      [
        'Avis et visite au même endroit',
        'Une consultation électronique qui exige une visite devient un aiguillage. Personne ne saisit rien deux fois.',
      ],
      [
        'Des attentes honnêtes',
        'La médiane et 9 personnes sur 10, le nombre de personnes comptées et la date. Quand elles sont trop peu nombreuses, nous le disons.',
      ],
      [
        'Le patient a sa page',
        'Sans compte. Voir qui s’occupe de la demande, confirmer une visite, demander une autre date ou dire « je vais moins bien », en mots simples.',
      ],
      [
        'Dans tout navigateur',
        'Des pages complètes, en français et en anglais, au clavier, au téléphone et sur papier. Rien à installer.',
      ],
    ],
  },
  join: {
    title: 'Comment adhérer',
    steps: [
      ['Inscrivez votre site', 'Dix minutes : nom, adresse, personne responsable.'],
      ['Le programme l’approuve', 'Dans les 5 jours ouvrables. D’ici là, le répertoire vous est ouvert.'],
      [
        'Ajoutez les gens et les services',
        'Vos services paraissent dans le répertoire, votre liste est prête.',
      ],
    ],
    act: 'Inscrire un site',
  },
  patients: {
    title: 'Pour les patients et leurs proches',
    what: 'Votre médecin ou votre infirmière envoie la demande. Vous recevez ensuite un courriel avec un lien vers votre propre page. Il vous faut ce lien et votre date de naissance.',
    sample: 'Voir un exemple de page',
  },
};
