import type { privacy as en } from '../en/privacy.ts';

export const privacy: typeof en = {
  title: 'Confidentialité',
  lead: 'Ce qu’eServices conserve, qui peut le voir et ce que vous pouvez demander.',
  sections: [
    [
      'Qui est responsable',
      'Vos renseignements sur la santé sont confiés à la clinique, au cabinet ou à l’hôpital qui vous soigne. Selon la Loi de 2004 sur la protection des renseignements personnels sur la santé de l’Ontario, chacun est dépositaire de ce qu’il envoie et reçoit ici. eServices conserve les dossiers pour leur compte.',
    ],
    [
      'Ce qui est conservé',
      'Une demande contient votre nom, votre date de naissance, votre numéro de carte Santé, les moyens de vous joindre, la question, les réponses aux formulaires, les fichiers, les messages, les visites et chaque étape avec son heure et son auteur. Une étape ne peut être ni modifiée ni effacée; elle ne peut être corrigée que par une autre étape, bien visible.',
    ],
    [
      'Qui peut le voir',
      'Le site qui a fait la demande et ceux qui l’ont reçue ou triée, chacun dans les limites de son rôle. Vous, par votre propre lien. Un site qui a refusé garde ce qu’il a vu et n’apprend rien de la suite. Le programme qui gère le réseau voit les numéros de référence, les sites, l’état et les retards, jamais l’identité du patient. Personne d’autre.',
    ],
    [
      'Chaque consultation est notée',
      'Ouvrir une demande, la modifier, chercher un patient ou se voir refuser l’accès : tout est inscrit dans un journal qui ne peut être modifié. Demandez à la personne responsable de la protection de la vie privée de votre clinique qui a consulté la vôtre.',
    ],
    [
      'Liens et courriels',
      'Nos courriels ne nomment ni clinique, ni spécialité, ni fait de santé : ils disent qu’il y a du nouveau au sujet de votre demande et en donnent le numéro. Le lien ouvre une seule demande, et seulement après la date de naissance. Après cinq dates erronées, le lien cesse de fonctionner et votre clinique en est avertie. Ne transmettez pas ce lien.',
    ],
    [
      'Comment c’est protégé',
      'Les fichiers sont chiffrés là où ils sont conservés. La base de données elle-même refuse de montrer une ligne à qui n’a aucun rôle dans la demande, en plus de ce que vérifient les pages. Aucun renseignement sur la santé ne figure dans les adresses Web, les courriels ou les journaux de la machine.',
    ],
    [
      'Témoins et pistage',
      'Un témoin garde votre session ouverte, un autre retient votre langue, un autre protège les formulaires. Ce sont les nôtres, et le site en a besoin. Il n’y a ni pistage ni publicité, et rien ne provient d’une autre entreprise.',
    ],
    [
      'Pendant combien de temps',
      'Aussi longtemps que la loi oblige les sites à garder leurs dossiers de santé. Une recherche dans le répertoire public n’est pas conservée avec quoi que ce soit qui vous identifie.',
    ],
    [
      'Ce que vous pouvez demander',
      'Voir votre dossier, faire corriger une erreur, limiter qui peut le voir ou retirer une demande : adressez-vous à votre clinique ou servez-vous de votre page. La clinique doit répondre.',
    ],
    [
      'Si vous n’êtes pas satisfait',
      'Parlez d’abord à la personne responsable de la protection de la vie privée de votre clinique. Vous pouvez en tout temps porter plainte au Commissaire à l’information et à la protection de la vie privée de l’Ontario : 1-800-387-0073, www.ipc.on.ca.',
    ],
  ],
  demo: 'Cette copie est une démonstration : toutes les personnes y sont inventées. N’écrivez rien au sujet d’une personne réelle.',
};
