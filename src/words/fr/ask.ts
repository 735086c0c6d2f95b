import type { ask as askEn } from '../en/ask.ts';

export const ask: typeof askEn = {
  title: 'Quel est le problème?',
  lead: 'Décrivez le problème une seule fois. Vous voyez toutes les bonnes façons de le régler, sans rien retaper.',
  problem: 'Le problème et votre question',
  problemHint: 'Symptômes, ce qui a été essayé, ce que vous voulez savoir. Pas pour les urgences.',
  problemMissing: 'Écrivez quel est le problème.',
  patient: 'Patient',
  noPatient: 'Trouvez la personne, ou ajoutez-la.',
  recent: 'Derniers dossiers ajoutés ou modifiés',
  change: 'Une autre personne',
  askingFor: name => `Vous faites la demande pour ${name}.`,
  urgency: 'Dans quel délai?',
  routine: 'Peut attendre des jours ou des semaines',
  urgent: 'Urgent',
  notUrgentAdvice:
    'Un avis convient aux questions qui peuvent attendre quelques jours. Urgent : aiguillez, ou appelez le spécialiste de garde.',
  show: 'Voir les options',
  again: 'Revoir les options',
  emergencyTitle: 'Est-ce une urgence?',
  emergency:
    'Ce que vous avez écrit demande peut-être de l’aide tout de suite. Appelez le 911, ou le 988 pour des idées de suicide, jour et nuit. Une demande faite ici est lue en jours, pas en minutes.',
  similarTitle: count =>
    count === 1 ? 'Une demande semblable est ouverte.' : 'Des demandes semblables sont ouvertes.',
  similarLead: 'La question a peut-être déjà été posée.',
  otherOpen: count =>
    count === 1
      ? 'Une autre demande est ouverte pour cette personne'
      : `${count} autres demandes sont ouvertes pour cette personne`,
  quoted: title => `« ${title} »`,
  askedOn: day => `faite le ${day}`,
  routes: 'Options pour ce patient',
  order: 'Vous choisissez. Ordre : pertinence, puis délai, puis distance.',
  advice: 'Demander un avis',
  visit: 'Aiguiller pour une visite',
  usualAnswer: 'Réponse habituelle',
  usualWait: 'Attente habituelle',
  ninetieth: (span, people) => `9 sur 10 en ${span} (sur ${people} personnes)`,
  waitUnknown: 'pas encore mesurée',
  distance: 'Distance',
  away: distance => `à ${distance}`,
  orVirtual: distance => `à ${distance}, ou virtuel`,
  virtualOnly: 'virtuel',
  languages: 'Langues',
  fits: 'Pourquoi ici',
  askGroup: 'Demander à ce groupe',
  referHere: 'Aiguiller ici',
  noAdvice: 'Aucun groupe n’en parle. Essayez d’autres mots.',
  noVisit: 'Aucun service n’en parle. Essayez d’autres mots.',
  more: 'Chercher dans tout le répertoire',
  visitTitle: 'Une visite est nécessaire',
  visitLead:
    'Le problème tel que vous l’aviez décrit. Ajoutez ce qui est nouveau, puis choisissez où envoyer le patient.',
  notNow: 'Cette consultation électronique ne peut pas devenir une demande d’aiguillage en ce moment.',
};
