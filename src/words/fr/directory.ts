import type { Note } from '../../domain/directory/facility.ts';
import type { Reason } from '../../domain/directory/rank.ts';
import type { directory as en } from '../en/directory.ts';

const languageNames: Record<string, string> = {
  en: 'anglais',
  fr: 'français',
  pt: 'portugais',
  pa: 'pendjabi',
  zh: 'chinois',
  es: 'espagnol',
  ar: 'arabe',
};

function span(days: number): string {
  if (days < 1) return `${Math.max(1, Math.round(days * 24))} heures`;
  if (days < 2) return '1 jour';
  if (days < 14) return `${Math.round(days)} jours`;
  return `${Math.round(days / 7)} semaines`;
}

function reason(why: Reason): string {
  switch (why.code) {
    case 'fits-age':
      return `convient à ${why.age} ans`;
    case 'wrong-age':
      return `ne convient pas à ${why.age} ans`;
    case 'wrong-sex':
      return 'ne convient pas au sexe de la personne';
    case 'speaks':
      return languageNames[why.language] ?? why.language;
    case 'other-language':
      return `pas en ${languageNames[why.language] ?? why.language}`;
    case 'virtual':
      return 'virtuel';
    case 'distance':
      return `à ${why.km} km`;
    case 'wait':
      return `environ ${span(why.days)}`;
    case 'not-accepting':
      return 'n’accepte pas en ce moment';
    default:
      return why satisfies never;
  }
}

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
  nearHint: 'Code postal, ou ses trois premiers caractères',
  nearUnknown:
    'Ce n’est pas un code postal de l’Ontario que nous connaissons. Écrivez-le comme N1E 6H5 ou N1E.',
  kind: 'Montrer',
  kinds: {
    all: 'Tout',
    referral: 'Services à visiter',
    econsult: 'Groupes qui donnent un avis',
    facility: 'Établissements',
  },
  submit: 'Chercher dans le répertoire',
  count: (n, more) =>
    n === 0 ? 'Aucun résultat.' : n === 1 ? '1 résultat.' : `${more ? 'Plus de ' : ''}${n} résultats.`,
  none: 'Rien dans le répertoire n’en parle. Essayez moins de mots, ou d’autres.',
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
    tooFew: 'trop peu de personnes pour le dire',
    none: 'pas encore mesurée',
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
  languages: codes => codes.map(code => languageNames[code] ?? code).join(', '),
  span,
  reason,
  reasons: list => list.map(reason).join(', '),
  note,
  refer: 'Aiguiller ici',
  ask: 'Demander à ce groupe',
  about: 'À propos de ce service',
  willSee: 'Qui on y voit',
  where: 'Où',
  phone: 'Téléphone',
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
