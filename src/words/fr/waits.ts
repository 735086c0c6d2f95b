import type { waits as en } from '../en/waits.ts';
import { promised } from './reasons.ts';

export const waits: typeof en = {
  people: count => `${count} personnes`,
  questions: count => `${count} questions posées`,
  half: (median, of) => `la moitié attend plus de ${median}, selon ${of}`,
  tenth: (median, ninetieth, of) => `médiane de ${median}, 1 sur 10 attend plus de ${ninetieth}, selon ${of}`,
  more: span => `plus de ${span}`,
  tooFew: 'trop peu de personnes pour le dire',
  how: 'Comment les attentes sont comptées',
  detail: 'Les attentes en détail',
  measures: {
    wait1: 'Jusqu’à la première visite (attente 1)',
    wait1a: 'Jusqu’à la première évaluation (attente 1a)',
    wait1b: 'De la décision de voir un spécialiste à la visite (attente 1b)',
    wait2: 'De la décision de traiter au traitement (attente 2)',
    answer: 'Jusqu’à la première réponse',
  },
  kindOf: { '': 'Toutes', routine: 'Non urgentes', urgent: 'Urgentes' },
  columns: {
    what: 'Attente',
    median: 'Médiane',
    ninetieth: '9 sur 10 en',
    people: 'Repose sur',
    waiting: 'En attente',
  },
  fewWaiting: 'moins de 6',
  trend: {
    longer: 'Plus longue qu’il y a six mois.',
    shorter: 'Plus courte qu’il y a six mois.',
    steady: 'À peu près comme il y a six mois.',
  },
  age: day => `Calculée le ${day}.`,
  since: day => `Elle repose sur des attentes qui ont commencé le ${day} ou après.`,
  within7: percent => `${percent} des questions ont reçu une réponse en 7 jours.`,
  claimed: (span, day) => `L’établissement dit lui-même : environ ${span} (le ${day}).`,
  decides: promise => `Promet de répondre à une demande en ${promised(promise)}.`,
  history: 'Les douze derniers mois',
  chart: {
    label: name => `Attente médiane et délai de 9 personnes sur 10, par mois : ${name}`,
    month: 'Mois',
    median: 'Médiane',
    ninetieth: '9 sur 10 en',
    people: 'Personnes',
    legend: 'Ligne : la médiane. Zone ombrée : 9 personnes sur 10 ont été vues dans ce délai.',
  },
  page: {
    title: 'Comment les attentes sont comptées',
    lead: 'Les attentes du répertoire sont calculées chaque nuit à partir de ce qui s’est passé, et non de ce que quelqu’un a promis. Le calcul est le même pour tous les services.',
    sections: [
      [
        'De quand à quand',
        'L’attente 1 va du jour de l’envoi de la demande à la première visite qui n’est pas une évaluation. Une télécopie compte à partir du jour où elle est arrivée, et une demande transmise à un autre service à partir de son premier envoi. L’attente 1a va du même jour à la première évaluation. L’attente 1b va de la décision qu’un spécialiste est nécessaire (l’évaluation, ou la transmission par un accueil centralisé) à cette visite. L’attente 2 va de la décision de traiter à l’opération ou à l’intervention. Pour un groupe qui donne un avis, c’est le temps entre la question et la première réponse. Une visite prévue met fin à l’attente quand son jour est venu.',
      ],
      [
        'Les personnes qui attendent encore comptent',
        'Si l’on ne comptait que les personnes déjà vues, une clinique paraîtrait rapide pendant que sa liste s’allonge. Nous comptons tout le monde. Une personne qui attend encore compte pour le temps qu’elle a attendu jusqu’ici, selon une méthode d’analyse de survie (Aalen-Johansen), et nous supposons qu’elle sera vue.',
      ],
      [
        'Quand une personne n’y est pas vue',
        'Certaines demandes sont refusées, annulées ou réglées ailleurs. Ce ne sont ni des attentes courtes ni des attentes longues : elles se terminent autrement, et la méthode en tient compte. L’attente affichée est celle des personnes qui ne sont pas refusées.',
      ],
      [
        'Médiane, 9 sur 10 et « plus de »',
        'La moitié des personnes attend moins que la médiane, et 9 sur 10 moins que le second nombre. Tant qu’elles ne sont pas assez nombreuses à avoir été vues, personne ne connaît ce nombre; nous écrivons alors « plus de », suivi de la plus longue attente observée.',
      ],
      [
        'Ce qui ne compte pas',
        'Les jours où la personne ne pouvait pas venir sont retirés de chaque attente dans laquelle ils tombent (l’Ontario parle de dates qui influent sur l’état de préparation, à la consultation : DARC, et au traitement : DART), tout comme le temps entre une visite manquée et la prise d’un nouveau rendez-vous. Les demandes inscrites par erreur sont laissées de côté.',
      ],
      [
        'Quelles demandes',
        'Les demandes des 12 derniers mois. Si elles sont trop peu nombreuses, ou si 9 personnes sur 10 n’ont pas encore été vues, celles des 3 dernières années. La tendance compare la médiane à celle d’il y a six mois, calculée avec ce qu’on savait alors; nous signalons un changement d’un cinquième ou plus.',
      ],
      [
        'Moins de six personnes',
        'De moins de six personnes, nous disons seulement qu’elles sont trop peu nombreuses, et nous montrons ce que le service promet. Les demandes urgentes et non urgentes ne sont séparées que s’il y a six personnes ou plus de chaque sorte. De une à cinq personnes en attente, le nombre n’est pas montré.',
      ],
      [
        'Ce que dit l’établissement',
        'Un établissement peut ajouter sa propre estimation. Elle est placée à côté de l’attente mesurée, jamais à sa place, et disparaît six mois après sa déclaration.',
      ],
      [
        'Vérifié',
        'Le code de ces calculs est public. Il est éprouvé avec des exemples publiés (Satagopan et autres, British Journal of Cancer, 2004; Gehan, Biometrika, 1965) et avec 200 années simulées de 2 000 personnes, dans des cliniques dont on connaît les attentes réelles : la moyenne s’en écarte de moins de 1 %. Pour comparer, nous gardons aussi le calcul de Kaplan-Meier, qui fait comme si personne n’était jamais refusé.',
      ],
    ],
  },
};
