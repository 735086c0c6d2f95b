import type { Note } from '../../domain/directory/facility.ts';
import type { directory as en } from '../en/directory.ts';
import { languageName, promised, reason, reasons, span } from './reasons.ts';

function note(one: Note): string {
  switch (one.code) {
    case 'name-missing':
      return 'le nom manque';
    case 'postal-code-missing':
      return 'le code postal manque';
    case 'not-ontario':
      return 'la province n’est pas l’Ontario';
    case 'columns':
      return 'la ligne n’a pas les colonnes de la première';
    case 'too-long':
      return 'un nom, une rue, une ville ou un type dépasse 400 caractères';
    case 'location-unknown':
      return 'aucune coordonnée, et la zone postale est inconnue';
    case 'postal-code-wrong':
      return `« ${one.text} » n’est pas un code postal`;
    case 'coordinates-wrong':
      return `les coordonnées ${one.text} ne sont pas en Ontario`;
    case 'accent-repaired':
      return `accent réparé : ${one.text}`;
    case 'accent-unknown':
      return `accent détruit qui n’est pas encore dans la liste : ${one.text}`;
    case 'same-as':
      return `même nom et même code postal que la ligne ${one.line}`;
    case 'same-address':
      return `même adresse que ${one.name}`;
    case 'location-approximate':
      return `aucune coordonnée : le centre de ${one.fsa} est utilisé`;
    case 'fsa-distrusted':
      return `le centre publié de ${one.fsa} est à ${one.km} km de ses établissements et n’est pas utilisé`;
    default:
      return one satisfies never;
  }
}

export const directory: typeof en = {
  title: 'Trouver un service',
  lead: 'Services et établissements de l’Ontario. Ouvert à tout le monde.',
  words: 'Que cherchez-vous?',
  wordsHint: 'Un problème, un service, un lieu ou un nom, en français ou en anglais',
  near: 'Près de',
  nearHint: 'Code postal, ses trois premiers caractères ou une ville',
  nearUnknown:
    'Ce n’est ni un code postal ni une ville de l’Ontario que nous connaissons. Écrivez par exemple N1E 6H5, N1E ou Guelph.',
  kind: 'Montrer',
  kinds: {
    all: 'Tout',
    referral: 'Services à visiter',
    econsult: 'Groupes qui donnent un avis',
    community: 'Services communautaires et autosoins',
    facility: 'Établissements',
  },
  language: 'Langue',
  anyLanguage: 'Toute langue',
  languageName,
  languageUnknown: 'Nous ne connaissons pas cette langue. Choisissez-en une dans la liste.',
  narrow: (best: number) =>
    `Voici les ${best} qui conviennent le mieux. Un mot de plus, un lieu ou un filtre mène aux autres.`,
  limitWrong: 'Demandez de 1 à 100 résultats.',
  pageWrong: 'Il y a au plus 10 pages. Essayez d’autres mots, ou un lieu.',
  labelled: label => `${label} :`,
  kindUnknown: 'Choisissez dans la liste.',
  cut: characters => `Seuls les ${characters} premiers caractères ont été lus.`,
  submit: 'Chercher dans le répertoire',
  count: (n, how) =>
    how === 'none'
      ? 'Aucun résultat'
      : how === 'one'
        ? '1 résultat'
        : `${how === 'many' ? 'Plus de ' : ''}${n} résultats`,
  none: 'Rien dans le répertoire n’en parle. Essayez moins de mots, ou d’autres.',
  noneFits: 'Rien ne répond à tout cela à la fois. Retirez un filtre, ou employez moins de mots.',
  accepting: 'Accepte',
  notAccepting: 'N’accepte pas en ce moment',
  pausedUntil: day => `En pause jusqu’au ${day}`,
  facility: 'Établissement',
  adviceGroup: 'Groupe de consultation électronique',
  wait: {
    answer: 'Réponse habituelle',
    visit: 'Attente',
    sentence: (median, ninetieth, people) =>
      `médiane de ${median}, 9 sur 10 en ${ninetieth}, selon ${people} personnes`,
    answered: (median, ninetieth, questions) =>
      `médiane de ${median}, 9 sur 10 en ${ninetieth}, selon ${questions} questions`,
    tooFew: 'trop peu de personnes pour le dire',
    none: 'pas encore mesurée',
    how: 'Les attentes se comptent du jour de l’envoi, personnes qui attendent encore comprises. La barre montre la médiane et le moment où 9 sur 10 ont été vues.',
  },
  ages: (from, to) =>
    from !== null && to !== null
      ? `De ${from} à ${to} ans`
      : from !== null
        ? `${from} ans et plus`
        : to !== null
          ? `Jusqu’à ${to} ans`
          : 'Tous les âges',
  modes: { 'in-person': 'En personne', virtual: 'Virtuel' },
  languages: codes => codes.map(languageName).join(', '),
  span,
  reason,
  reasons,
  note,
  promised: 'Engagement',
  urgency: 'Urgence',
  urgent: 'Accepte les demandes urgentes',
  promise: promise => `Répond en ${promised(promise)}`,
  refer: 'Demander ou aiguiller pour une personne',
  signIn: 'Ouvrir une session pour aiguiller ou demander',
  signInPaused: 'Ouvrir une session pour savoir quand il acceptera de nouveau',
  noServices: 'Aucun service de ce lieu n’est inscrit.',
  about: 'À propos de ce service',
  willSee: 'Personnes admissibles',
  willNotSee: 'Personnes non admissibles',
  needed: 'À faire d’abord',
  waysTitle: 'Comment demander',
  ways: {
    econsult: 'Consultation électronique',
    referral: 'Demande d’aiguillage',
    'direct-booking': 'Rendez-vous pris directement',
    'self-referral': 'La personne peut s’adresser elle-même au service',
  },
  region: 'Région',
  regions: {
    K: 'Est de l’Ontario',
    L: 'Centre de l’Ontario',
    M: 'Ville de Toronto',
    N: 'Ouest de l’Ontario',
    P: 'Nord de l’Ontario',
  },
  everywhere: 'Tout l’Ontario',
  cost: 'Coût pour la personne',
  noCost: 'Aucun',
  accessibility: 'Accès',
  accessible: {
    wheelchair: 'fauteuil roulant',
    transit: 'transport en commun à proximité',
    parking: 'stationnement',
    interpreter: 'interprète sur demande',
  },
  forSexes: { female: 'femmes', male: 'hommes' },
  where: 'Où',
  prepare: 'Comment se préparer',
  conditions: 'Autres conditions',
  worksHere: 'Qui y travaille',
  placesAndHours: 'Lieux et heures',
  appointments: 'Rendez-vous',
  through: 'Demandes par',
  checked: 'Dernière vérification',
  publicEmail: 'Courriel',
  patientEmail: 'Pour les personnes adressées',
  site: 'Site Web',
  backOn: (day: string) => `de retour le ${day}`,
  outOfOffice: (day: string) => `Personne ne répond ici jusqu’au ${day}.`,
  phone: 'Téléphone',
  call: number => `Appeler le ${number}`,
  fax: 'Télécopieur',
  speaks: 'Langues',
  how: 'Comment',
  forWhom: 'Pour qui',
  offeredHere: 'Offerts ici',
  offeredBy: 'Offert par',
  approximate: 'L’emplacement sur une carte est approximatif : seule la zone postale est connue.',
  notOnNetwork: 'Ce lieu n’utilise pas encore eServices. Ce que vous envoyez lui parvient par télécopieur.',
  demo: 'Inventé pour la démonstration.',
  back: 'Retour à la recherche',
  sources:
    'Établissements : Statistique Canada, Base de données ouvertes sur les établissements de soins de santé (Licence du gouvernement ouvert – Canada). Zones postales : GeoNames (CC BY 4.0).',
};
