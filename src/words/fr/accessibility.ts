import type { accessibility as en } from '../en/accessibility.ts';

export const accessibility: typeof en = {
  title: 'Accessibilité',
  lead: 'Toute personne qui a besoin d’une demande, ou qui y travaille, devrait pouvoir utiliser chaque page.',
  sections: [
    {
      title: 'Ce que nous visons',
      items: [
        'Les Règles pour l’accessibilité des contenus Web (WCAG) 2.1, niveau AA, comme le veut la Loi sur l’accessibilité pour les personnes handicapées de l’Ontario.',
        'Chaque page fonctionne au clavier, à un zoom de 400 %, au téléphone, sans script, avec le contraste de votre système, clair ou sombre, et sur papier.',
        'Rien n’est dit par la couleur seule : un état est un mot, une forme et une couleur.',
        'Tout est en français et en anglais. Les pages pour les patients visent un niveau de lecture de 6e année.',
        'Rien ne bouge ni ne clignote. La page du patient se ferme après 30 minutes d’inactivité; rouvrir le lien la ramène.',
      ],
    },
    {
      title: 'Comment nous vérifions',
      items: [
        'Des essais automatiques de chaque page avec axe avant d’accepter toute modification.',
        'À la main : clavier, zoom, téléphone, couleurs sombres, les deux langues.',
        'Aucune personne qui utilise chaque jour un lecteur d’écran n’a encore essayé cette version. Cela se fera avant qu’elle serve aux soins.',
      ],
    },
    {
      title: 'Ce qui n’est pas encore assez bon',
      items: [
        'Les fichiers que joignent les cliniques, comme des lettres numérisées, n’ont pas toujours de texte lisible par un lecteur d’écran. Demandez-les à la clinique sous une autre forme.',
        'Pendant qu’on remplit un questionnaire, sa somme n’est qu’une image. La somme exacte est dans le texte après l’enregistrement.',
        'Dans les navigateurs antérieurs à 2024, la liste « Autres actions » est toujours ouverte.',
      ],
    },
  ],
  tell: {
    title: 'Dites-le-nous',
    what: 'Si une page vous fait obstacle, dites-le à la clinique qui vous a donné son adresse, par téléphone, par écrit ou en personne. On peut vous lire toute page ou vous la remettre sur papier ou sous une autre forme, sans frais.',
  },
};
