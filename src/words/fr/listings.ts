import type { listings as en } from '../en/listings.ts';
import { listingClaims } from './listing-claims.ts';
import { listingForms } from './listing-forms.ts';

export const listings: typeof en = {
  title: 'Nos fiches',
  lead: 'Ce que le répertoire public dit de vos services. Chaque changement est gardé, avec son auteur et sa date.',
  back: 'Nos fiches',
  add: 'Ajouter un service',
  none: 'Votre établissement n’a encore aucun service dans le répertoire.',
  name: 'Service offert',
  category: 'Genre',
  takes: 'Reçoit des demandes',
  checked: 'Dernière vérification',
  never: 'Jamais',
  checkSoon: 'À vérifier',
  kinds: {
    econsult: 'Avis (consultation électronique)',
    referral: 'Visites (aiguillage)',
    community: 'Communauté, entraide',
  },
  at: place => `à ${place}`,
  kept: 'Établissements dont vous tenez la fiche',
  keptLead: 'Leur fiche vient d’un fichier public; le programme vous l’a confiée.',
  claimMore:
    'Un établissement du répertoire est le vôtre? Ouvrez sa page dans le répertoire et demandez d’en tenir la fiche.',
  since: day => `depuis le ${day}`,
  split: {
    title: 'Scinder à l’arrivée',
    lead: 'Ce qui arrive ici va aussitôt à chacun de ces services, comme une demande distincte. L’expéditeur voit la même chose. Choisissez-en de 2 à 5, ou aucun : la demande reste alors entière et peut encore être scindée à la main.',
    into: 'Services visés',
    keep: 'Enregistrer',
    problems: {
      'too-few': 'Choisissez au moins deux services, ou aucun.',
      'too-many': 'Choisissez au plus cinq services.',
    },
  },
  intakeHere: {
    title: 'Accueil centralisé',
    on: 'Les services d’autres établissements peuvent envoyer leurs aiguillages ici d’abord. Vous transmettez chacun et le suivez jusqu’au bout.',
    off: 'Votre établissement reçoit les aiguillages de ses propres services seulement. Comme accueil centralisé, il reçoit aussi ceux d’autres établissements, les transmet et les suit jusqu’au bout.',
    used: (count, one) =>
      one
        ? 'Un service le fait : on ne peut pas l’arrêter maintenant.'
        : `${count} services le font : on ne peut pas l’arrêter maintenant.`,
    turnOn: 'Devenir un accueil centralisé',
    turnOff: 'Ne plus être un accueil centralisé',
  },
  claims: 'Ce que vous avez demandé',
  claimStates: {
    open: 'Le programme l’examine',
    approved: 'À vous depuis le',
    refused: 'Non attribuée',
  },
  form: {
    nameEn: 'Nom en anglais',
    nameFr: 'Nom en français',
    kind: 'Ce que c’est',
    site: 'À qui il appartient',
    category: 'Genre de service',
    choose: 'Choisissez',
    save: 'Ajouter le service',
    newLead: 'Il n’accepte aucune demande tant que vous ne le dites pas sur sa page.',
  },
  parts: {
    information: 'Renseignements',
    offer: 'Ce qu’il offre',
    places: 'Lieux et heures',
    people: 'Qui y travaille',
    enablement: 'Recevoir des demandes',
  },
  partLeads: {
    information: 'Nom, description et coordonnées du service.',
    offer: 'Qui le service voit, ce qu’il veut d’abord et comment le demander.',
    places:
      'Où il se trouve et quand il est ouvert. Le premier lieu est celui où les patients vont le plus souvent.',
    people: 'Les cliniciens de ce service. Videz une ligne pour retirer quelqu’un.',
    enablement:
      'S’il accepte maintenant, combien de personnes il peut voir et par où viennent les aiguillages.',
  },
  tabs: 'Parties de cette fiche',
  overview: 'Aperçu',
  publicPage: 'Page publique',
  historyTitle: 'Historique',
  save: 'Enregistrer',
  saveAnyway: 'Enregistrer ma version',
  saved: 'Enregistré. Le répertoire le dit dès maintenant.',
  verified: 'Merci. La page indique qu’elle a été vérifiée aujourd’hui.',
  waited: 'Enregistré.',
  added:
    'Ajouté. Il n’accepte encore aucune demande : remplissez les parties ci-dessous, puis ouvrez-le sous « Recevoir des demandes ».',
  ended: 'Le service n’est plus dans le répertoire.',
  stale: (name, moment) => `${name} a changé cette fiche le ${moment}, pendant que vous écriviez :`,
  staleYours: 'Ce que vous avez écrit se trouve ci-dessous. L’enregistrer le met à la place.',
  somebody: 'Quelqu’un',
  verify: {
    title: 'Est-ce toujours exact?',
    never: 'Personne n’a encore dit que tout ceci est exact.',
    on: day => `Dit exact pour la dernière fois le ${day}.`,
    old: 'Il y a plus d’un an, et la page publique le dit. Veuillez la relire.',
    button: 'Oui, tout est toujours exact',
  },
  wait: {
    title: 'L’attente que vous annoncez',
    lead: 'Affichée à côté de l’attente que nous mesurons, jamais à sa place, et pendant six mois.',
    days: 'Attente habituelle, en jours',
    daysHint: 'De l’aiguillage à la première visite. Vide pour la retirer.',
    save: 'Annoncer cette attente',
    now: (span, day) => `Vous avez annoncé ${span} le ${day}.`,
    expired: (span, day) =>
      `Vous avez annoncé ${span} le ${day}. Six mois ont passé : elle n’est plus affichée.`,
  },
  end: {
    title: 'Retirer du répertoire',
    lead: 'Pour de bon. Les demandes terminées restent telles quelles.',
    button: 'Mettre fin à ce service',
    inUse: (n, one) =>
      one
        ? 'Une demande est encore ouverte à ce service. Il pourra prendre fin après elle.'
        : `${n} demandes sont encore ouvertes à ce service. Il pourra prendre fin après elles.`,
  },
  history: {
    title: 'Historique',
    lead: 'Tout ce qui a été changé, le plus récent d’abord.',
    none: 'Rien n’a été changé depuis la création de la fiche.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    before: 'Avant',
    after: 'Après',
    import: 'Une importation',
    acts: {
      added: 'A ajouté le service',
      changed: 'A changé',
      verified: 'A dit que tout est exact',
      wait: 'A annoncé une attente',
      ended: 'A mis fin au service',
    },
    nothing: 'rien',
    yes: 'oui',
    no: 'non',
  },
  facility: {
    lead: 'Ce que le répertoire dit de cet établissement. Un fichier importé plus tard n’y change rien; le programme voit où les deux diffèrent.',
    moves: 'Sa place sur la carte suit l’adresse; elle reste approximative tant que personne ne l’a mesurée.',
    stale:
      'Quelqu’un a modifié cet établissement pendant que vous écriviez; l’historique ci-dessous dit quoi.',
  },
  public: {
    stale:
      'Personne n’a confirmé depuis plus d’un an que cette page est exacte. Appelez avant de vous y fier.',
    unclaimed: 'Cette fiche vient d’un fichier public. Personne sur place ne l’a vérifiée.',
    claim: 'C’est votre établissement? Demandez d’en tenir la fiche',
    keep: 'Changer cette fiche',
  },
  ...listingForms,
  ...listingClaims,
};
