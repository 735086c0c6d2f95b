import type { AnswerKind } from '../../domain/econsult/econsult.ts';
import type { answerLetter as answerLetterEn, LetterFacts } from '../en/answer-letter.ts';

const kinds: Record<string, string> = {
  test: 'Un examen',
  drug: 'Un changement de médicament',
  recheck: 'Un contrôle plus tard',
  'red-flag': 'À surveiller',
};

function task({ kind, text, condition, due, who }: LetterFacts['tasks'][number]): string {
  const whose = who === 'patient' ? ' (à faire par vous)' : '';
  const when = [condition, due && `d’ici le ${due}`].filter(Boolean).join(', ');
  return `- ${kind && kinds[kind] ? `${kinds[kind]} : ` : ''}${text}${when && ` (${when})`}${whose}`;
}

/** Si le patient doit être vu, selon la réponse. */
const visit: Record<AnswerKind, string> = {
  advice: 'Vous n’avez pas à voir le spécialiste pour cela, à moins que nous convenions d’une visite.',
  'consult-report':
    'C’est un rapport écrit à mon intention. Nous déciderons ensemble s’il faut aussi que vous voyiez le spécialiste.',
  'please-refer':
    'Le spécialiste propose une visite en personne. Notre bureau vous parlera de la façon de l’organiser.',
};

/** Précède des mots qui ne sont pas encore simples : une lettre qui le porte encore ne part pas. */
const toEdit = '[À DIRE EN MOTS SIMPLES, PUIS ENLEVER LES CROCHETS :';

/** Mots de la lettre qui dit au patient ce qu’a donné une consultation électronique, et de sa page. */
export const answerLetter: typeof answerLetterEn = {
  title: 'Lettre au patient',
  lead: 'Ébauchée à partir de la réponse. Dites-le à votre façon : rien ne part avant que vous appuyiez sur un bouton.',
  link: 'Lettre au sujet de cette réponse',
  untold:
    'Comme choisi, eServices n’informe pas le patient de cette question : il n’apprend que ce que vous lui écrivez.',
  text: 'Lettre',
  textHint: 'Des mots simples, des phrases courtes. Le texte du spécialiste est à côté.',
  toEdit,
  notPlain:
    'Les mots du spécialiste sont encore entre crochets. Dites-les en mots simples et enlevez les crochets, ou retirez-les.',
  answer: 'La réponse',
  show: 'La montrer sur la page du patient',
  showHint: 'Le patient reçoit un avis avec un lien, sans aucun mot sur sa santé.',
  notReachable:
    'Le patient n’a pas de page qu’on puisse atteindre, ou le cas est terminé : imprimez la lettre.',
  print: 'Préparer la page à imprimer',
  inOther: 'En anglais',
  back: 'Retour à la demande',
  edit: 'La modifier',
  draft: ({ patient, specialist, title, kind, day, doctor, tasks, worry, advice }: LetterFacts): string =>
    [
      `Bonjour ${patient},`,
      `J’ai demandé l’avis de ${specialist} au sujet de ceci : ${title}. La réponse est arrivée le ${day}. ${visit[kind]}`,
      ...(advice ? [`${toEdit}\n${advice}]`] : []),
      ...(tasks.length > 0 ? [`Ce qui vient ensuite :\n${tasks.map(task).join('\n')}`] : []),
      ...(worry ? [`Appelez-nous, ou allez à l’urgence, si ceci arrive :\n${worry}`] : []),
      'Appelez notre bureau si quelque chose n’est pas clair, ou si vous ne le souhaitez pas.',
      doctor,
    ].join('\n\n'),
};
