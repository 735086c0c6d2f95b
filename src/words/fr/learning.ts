import type { learning as en } from '../en/learning.ts';

const spent = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return rest === 1 ? '1 min' : `${rest} min`;
  const whole = hours === 1 ? '1 heure' : `${hours} heures`;
  return rest === 0 ? whole : `${whole} ${rest} min`;
};

export const learning: typeof en = {
  title: 'Mon journal d’apprentissage',
  lead: 'Ce que vous avez demandé, appris et changé : il n’est qu’à vous. Personne d’autre ne le lit, et aucune personne soignée n’y a sa place.',
  add: 'Ajouter une note',
  empty:
    'Rien n’est encore gardé. Quand une consultation électronique a sa réponse, choisissez « Garder ce que vous avez appris » sur sa page : le jour, la spécialité et les minutes y sont déjà, et deux phrases de vous suffisent pour une demande de crédits.',
  emptyYear: year => `Rien n’est gardé pour ${year}.`,
  years: 'Années',
  inYear: (entries, time) => `${entries === 1 ? '1 note' : `${entries} notes`}, ${time}`,
  spent,
  done: { kept: 'C’est gardé. Personne d’autre ne le lit.', removed: 'La note est supprimée.' },
  from: 'Du',
  until: 'Au',
  exportTitle: 'Pour une demande de crédits',
  exportLead:
    'Toutes les notes de ces jours, avec le total du temps. C’est votre collège qui compte les crédits, selon ses règles du moment.',
  pdf: 'En document (PDF)',
  csv: 'En tableau (CSV)',
  noneThen: 'Il n’y a aucune note dans ces jours.',
  newTitle: 'Garder ce que vous avez appris',
  editTitle: 'Modifier une note',
  formLead:
    'Les deux collèges nationaux de médecins demandent le jour, la durée, la question, ce que vous avez trouvé et ce que cela change. Revenez dans quelques semaines dire ce qui en est résulté.',
  fromCase:
    'Commencée à partir d’une consultation électronique, d’où vient ce qui est déjà inscrit. La note n’en garde aucun lien.',
  day: 'Jour',
  kind: 'Ce que vous avez fait',
  kinds: {
    'econsult-asked': 'Demander une consultation électronique',
    'econsult-answered': 'Répondre à une consultation électronique',
    'self-learning': 'Lecture ou recherche (autoapprentissage)',
    'group-learning': 'Séance, cours ou congrès (apprentissage collectif)',
    assessment: 'Rétroaction sur ma pratique ou examen de celle-ci (évaluation)',
    other: 'Autre chose',
  },
  minutes: 'Minutes à faire valoir',
  minutesHint: 'Lecture, réflexion et rédaction de cette note comprises.',
  texts: {
    topic: 'Sujet',
    asked: 'Ce que j’ai demandé, ou ce qu’on m’a demandé',
    learnt: 'Ce que j’ai appris',
    changed: 'Ce que j’ai changé ou vais changer',
    sources: 'Mes sources',
  },
  hints: {
    topic: 'La spécialité et la sorte de question.',
    asked: 'En termes généraux : ni nom, ni date, rien qui dise de qui il s’agit.',
    learnt: 'Ce que vous ne saviez pas, ou savez mieux maintenant.',
    changed: 'Dans votre façon d’examiner, de prescrire, de demander ou d’enseigner.',
    sources: 'Lignes directrices, articles, réponse du spécialiste.',
  },
  problems: {
    missing: 'Écrivez au moins une phrase.',
    'too-long': 'C’est trop long.',
    'control-characters': 'Retirez les caractères invisibles; retaper le texte à la main aide.',
    'direction-marks': 'Retirez les caractères invisibles; retaper le texte à la main aide.',
    'not-a-date': 'Donnez une date complète : année, mois et jour.',
    'in-the-future': 'Donnez un jour déjà passé.',
    'not-minutes': 'Donnez des minutes entières, de 1 à 6000.',
    'not-a-kind': 'Choisissez dans la liste.',
  },
  marked: 'Ceci pourrait dire de qui il s’agit :',
  markedDo:
    'Retirez-le, laissez-le remplacer par des mots comme [nom], ou gardez-le tel quel s’il ne désigne aucune personne soignée.',
  replace: 'Le remplacer',
  replaced: 'C’est remplacé. Relisez, puis gardez la note.',
  keep: 'Garder la note',
  keepSo: 'Garder tel quel',
  stale:
    'Cette note a été modifiée dans une autre fenêtre. Ce que vous avez écrit est ci-dessous : copiez-le, puis rouvrez la note.',
  full: 'Il y a 5 000 notes : supprimez celles dont vous n’avez plus besoin.',
  remove: 'Supprimer cette note',
  removeHint: 'Elle disparaît pour de bon.',
  back: 'Mon journal d’apprentissage',
  backToCase: 'Retour à la demande',
  paper: {
    title: name => `Journal d’apprentissage de ${name}`,
    period: 'Jours',
    days: (from, until) => `du ${from} au ${until}`,
    person: 'Nom',
    entries: 'Notes',
    time: 'Temps total',
    made: day => `Établi le ${day}`,
    byKind: 'Temps selon l’activité',
    own: 'Écrit par cette personne sur son propre apprentissage, en termes généraux : il ne mène à aucune personne soignée.',
    minutes: 'Durée',
  },
  csvHeads: { minutes: 'Minutes comptées' },
  fileName: 'apprentissage',
};
