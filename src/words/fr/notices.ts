import type { notices as en, NoticeParts, NoticeText } from '../en/notices.ts';

const foot = 'Ce message ne contient aucun renseignement sur la santé. Veuillez ne pas y répondre.';
const help = 'Si vous êtes en danger ou très malade, composez le 911. N’attendez pas un message.';

function staff(subject: string, first: string, parts: NoticeParts): NoticeText {
  return { subject: `${subject} : ${parts.reference}`, body: [first, `Ouvrir : ${parts.link}`, foot] };
}

function patient(subject: string, first: string, parts: NoticeParts): NoticeText {
  return { subject, body: [first, `Ouvrir votre page : ${parts.link}`, help, foot] };
}

function account({ reference }: NoticeParts, subject: string, body: string[]): NoticeText {
  return { subject: `${subject} : ${reference}`, body: [...body, 'Veuillez ne pas répondre à ce message.'] };
}

function because({ reason }: NoticeParts): string[] {
  return reason ? [`Le programme donne cette raison : ${reason}`] : [];
}

const templates: (typeof en)['templates'] = {
  new: p => staff('Nouvelle demande', `Une nouvelle demande, ${p.reference}, vous est parvenue.`, p),
  'your-turn': p => staff('À vous', `La prochaine étape de la demande ${p.reference} vous revient.`, p),
  news: p => staff('Du nouveau', `Il y a du nouveau au sujet de la demande ${p.reference}.`, p),
  message: p =>
    staff('Nouveau message', `Il y a un nouveau message au sujet de la demande ${p.reference}.`, p),
  answer: p => staff('Réponse', `Une réponse à la demande ${p.reference} est arrivée.`, p),
  review: p => staff('À examiner', `Un élément de la demande ${p.reference} doit être examiné bientôt.`, p),
  urgency: p =>
    staff(
      'Urgence modifiée',
      `L’urgence de la demande ${p.reference} a changé. Veuillez vérifier si la date prévue convient encore.`,
      p,
    ),
  outcome: p => staff('Résultat', `La demande ${p.reference} est réglée; le résultat est affiché.`, p),
  reminder: p =>
    staff('Rappel', `La prochaine étape de la demande ${p.reference} vous revient et arrive à échéance.`, p),
  late: p =>
    staff('En retard', `La prochaine étape de la demande ${p.reference} vous revient et est en retard.`, p),
  'late-at-your-site': p =>
    staff(
      'Retard à votre établissement',
      `La demande ${p.reference} attend votre équipe et est en retard.`,
      p,
    ),
  'late-in-the-network': p =>
    staff('Retard dans le réseau', `La demande ${p.reference} est en retard et n’avance pas.`, p),
  'nobody-free': p =>
    staff(
      'Personne n’est libre',
      `La question ${p.reference} ne peut pas être attribuée : chaque spécialiste du groupe est absent, a déjà toutes ses questions de la semaine, répond dans un autre domaine ou ne doit pas la voir. Elle attend dans votre liste.`,
      p,
    ),
  'nobody-free-network': p =>
    staff(
      'Un groupe n’a personne de libre',
      `La question ${p.reference} attend, car aucun spécialiste de son groupe ne peut la prendre pour l’instant; il en va de même de ce que ce groupe a reçu depuis notre dernier message à son sujet. Les personnes qui attribuent les questions ont été prévenues.`,
      p,
    ),
  'specialist-away': p =>
    staff(
      'Échéance pendant une absence',
      `La question ${p.reference} arrive à échéance pendant l’absence de la personne qui doit y répondre. Veuillez vous assurer qu’elle aura une réponse avant ce jour, ou confiez-la à quelqu’un d’autre.`,
      p,
    ),
  'what-happened': p =>
    staff(
      'Que s’est-il passé?',
      `Vous avez fermé la question ${p.reference} il y a 90 jours. Il en reste une seule : que s’est-il passé? Votre réponse parviendra au spécialiste qui vous a conseillé.`,
      p,
    ),
  'advised-due': p =>
    staff(
      'À faire aujourd’hui',
      `Une recommandation du spécialiste sur la question ${p.reference} arrive à échéance et n’est pas cochée.`,
      p,
    ),
  'advised-overdue': p =>
    staff(
      'En retard dans votre établissement',
      `Une recommandation sur la question ${p.reference} est échue depuis deux jours ouvrables et n’est pas cochée.`,
      p,
    ),
  'library-waiting': p =>
    staff(
      'Une réponse attend d’être publiée',
      `La réponse à la question ${p.reference} a été proposée pour la bibliothèque. Elle attend que vous ou un collègue la lisiez.`,
      p,
    ),
  'library-published': p =>
    staff(
      'Votre proposition est dans la bibliothèque',
      `Le groupe a lu la réponse à la question ${p.reference} que vous aviez proposée, et l’a publiée pour que d’autres en apprennent.`,
      p,
    ),
  'library-withdrawn': p =>
    staff(
      'Votre proposition n’est pas dans la bibliothèque',
      `Le groupe a retiré la réponse à la question ${p.reference} que vous aviez proposée pour que d’autres en apprennent.`,
      p,
    ),
  'access-ended': p =>
    staff(
      'Saisie par erreur',
      `La demande ${p.reference} a été saisie par erreur. Vous n’y avez plus accès.`,
      p,
    ),
  'link-closed': p =>
    staff(
      'Veuillez appeler',
      `Le lien envoyé pour la demande ${p.reference} est fermé : la date de naissance donnée était fausse cinq fois, ou quelqu’un a dit que le message ne lui était pas destiné. Plus rien n’est envoyé à cette adresse. Veuillez appeler pour la vérifier.`,
      p,
    ),
  'not-delivered': p =>
    staff(
      'Veuillez appeler',
      `Un message au sujet de la demande ${p.reference} n’a pas pu être livré. Veuillez appeler pour vérifier l’adresse de courriel.`,
      p,
    ),
  'patient-news': p =>
    patient(
      `Du nouveau au sujet de votre demande ${p.reference}`,
      `Il y a du nouveau au sujet de votre demande ${p.reference}. Vous pouvez le lire sur votre page.`,
      p,
    ),
  'patient-to-do': p =>
    patient(
      `Réponse attendue : votre demande ${p.reference}`,
      `Nous avons besoin de votre réponse au sujet de votre demande ${p.reference}. Votre page indique quoi faire et avant quelle date.`,
      p,
    ),
  'patient-reminder': p =>
    patient(
      `Rappel : votre demande ${p.reference}`,
      `Nous attendons toujours votre réponse au sujet de votre demande ${p.reference}. Votre page indique quoi faire et avant quelle date.`,
      p,
    ),
  'patient-visit': p =>
    patient(
      `Votre rendez-vous approche : demande ${p.reference}`,
      `Vous avez bientôt un rendez-vous. Il fait partie de votre demande ${p.reference}. Votre page indique l’heure et le lieu.`,
      p,
    ),
  'patient-survey': p =>
    patient(
      `Comment s’est passé votre rendez-vous? Demande ${p.reference}`,
      `Vous avez eu un rendez-vous qui fait partie de votre demande ${p.reference}. Sur votre page, six questions brèves demandent comment il s’est passé.`,
      p,
    ),
  'patient-helper': p =>
    patient(
      `Vous pouvez aider pour la demande ${p.reference}`,
      `Une personne vous donne accès à sa demande ${p.reference}. Pour l’ouvrir, il vous faut sa date de naissance.`,
      p,
    ),
  'patient-code': p =>
    patient(
      `Votre code est le ${p.reference}`,
      `Tapez le code ${p.reference} sur votre page. Il est bon pour 10 minutes. Nous ne le demandons jamais par téléphone.`,
      p,
    ),
  'guest-invite': p => ({
    subject: `Une demande vous attend : ${p.reference}`,
    body: [
      `La demande ${p.reference} vous a été envoyée. Vous pouvez la lire et y répondre sans compte.`,
      `Pour l’ouvrir : ${p.link}`,
      'Un code sera ensuite envoyé à cette adresse. Si elle ne vous est pas destinée, ne faites rien : l’expéditeur s’informera.',
      foot,
    ],
  }),
  'guest-code': p => ({
    subject: `Votre code est ${p.reference}`,
    body: [
      `Saisissez le code ${p.reference} sur la page qui l’a demandé. Il est valable peu de temps, pour une seule demande.`,
      `La page : ${p.link}`,
      'Si vous ne l’avez pas demandé, ne faites rien. Nous ne vous le demandons jamais par téléphone.',
      foot,
    ],
  }),
  'guest-news': p => ({
    subject: `Du nouveau : demande ${p.reference}`,
    body: [`Il y a du nouveau au sujet de la demande ${p.reference}.`, `Pour l’ouvrir : ${p.link}`, foot],
  }),
  'listing-validated': p =>
    staff(
      'Fiche validée',
      `Votre demande est validée : la fiche de ${p.reference} est la vôtre. Veuillez vérifier ce qu’elle dit.`,
      p,
    ),
  'listing-refused': p =>
    account(p, 'Fiche non attribuée', [
      `Votre demande de tenir la fiche de ${p.reference} n’a pas été acceptée.`,
      ...because(p),
      `Vos fiches et ce que vous avez demandé : ${p.link}`,
    ]),
  'listings-unchecked': p =>
    account(p, 'Vérifiez vos fiches', [
      `Des fiches de ${p.reference} n’ont pas été vérifiées depuis un an, et le répertoire le dit.`,
      `Relisez-les et dites qu’elles sont justes : ${p.link}`,
    ]),
  'join-declined': p =>
    account(p, 'Inscription refusée', [
      `Votre demande de participer à eServices avec ${p.reference} n’a pas été acceptée.`,
      ...because(p),
      `Si quelque chose a changé, demandez de nouveau : ${p.link}`,
    ]),
  'join-duplicate': p =>
    account(p, 'Demande déjà reçue', [
      `${p.reference} a déjà demandé de participer à eServices, ou y travaille déjà. Vous n’avez rien d’autre à faire.`,
      `Si vous y travaillez, sa personne responsable peut vous créer un compte. Pour ouvrir une session : ${p.link}`,
    ]),
  'library-settled': p =>
    account(p, 'Questions que vos réponses ont réglées', [
      `Voici combien de questions vos textes de la bibliothèque ont réglées depuis la dernière fois, sans que personne ait eu à les poser : ${p.reference}.`,
      `Ce qu’ont fait vos réponses : ${p.link}`,
    ]),
  'draft-to-sign': p =>
    account(p, 'En attente de votre signature', [
      `Quelqu’un de votre établissement a préparé ce qui partira en votre nom une fois que vous l’aurez signé. Nombre de demandes qui vous attendent maintenant : ${p.reference}.`,
      `Lire et signer : ${p.link}`,
    ]),
  'service-open': p =>
    account(p, 'De nouveau ouvert', [
      `${p.reference} accepte de nouveau des personnes. Vous aviez demandé qu’on vous le dise.`,
      `Sa page : ${p.link}`,
    ]),
  'password-reset': p =>
    account(p, 'Choisir un nouveau mot de passe', [
      `Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour ${p.reference}.`,
      `Choisissez-le d’ici une heure : ${p.link}`,
      'Si ce n’était pas vous, ne faites rien. Votre mot de passe reste le même.',
    ]),
  'password-invite': p =>
    account(p, 'Votre compte', [
      `Votre organisation a créé un compte pour ${p.reference}.`,
      `Choisissez votre mot de passe d’ici 7 jours : ${p.link}`,
    ]),
  'password-changed': p =>
    account(p, 'Votre mot de passe a été changé', [
      `Le mot de passe de ${p.reference} a été changé, et les autres appareils ont été déconnectés.`,
      `Si ce n’était pas vous, avertissez tout de suite la personne responsable de votre organisation. Votre compte : ${p.link}`,
    ]),
  'place-added': p =>
    account(p, 'Un lieu de travail de plus', [
      `Le compte ${p.reference} a un nouveau lieu de travail.`,
      `Passez de l’un à l’autre sur la page de votre compte : ${p.link}`,
    ]),
  'patient-outcome': p =>
    patient(
      `Du nouveau au sujet de votre demande ${p.reference}`,
      `Votre demande ${p.reference} est terminée. Votre page indique ce qui s’est passé et qui peut vous aider maintenant.`,
      p,
    ),
};

/** Les avis : l’objet et les paragraphes de chaque modèle. */
export const notices: typeof en = {
  templates,
  visit: {
    confirm: link => `Pour dire que vous viendrez : ${link}`,
    papers: 'Il y a quelque chose à lire avant celui-ci. C’est sur votre page.',
    form: 'La clinique vous pose quelques questions avant celui-ci. Elles sont sur votre page.',
    cannot: link => `Si vous ne pouvez pas venir : ${link}`,
    file: 'Le fichier joint ajoute le rendez-vous à votre calendrier.',
  },
  short: (said, link) => `eServices : ${said}. ${link}`,
  digest: {
    subject: count => `${count} messages d’eServices`,
    lead: 'Voici ce qui s’est passé depuis le dernier message, dans l’ordre.',
    foot,
  },
};
