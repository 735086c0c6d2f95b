import type { map as en } from '../en/map.ts';

export const map: typeof en = {
  results: 'Carte des résultats. La liste à côté dit la même chose.',
  places: 'Carte du lieu',
  skip: 'Passer la carte',
  toMap: 'Voir la carte',
  keys: 'Les flèches déplacent la carte, plus et moins changent l’échelle. Tab passe d’un repère à l’autre ; Entrée mène à l’élément de la liste.',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  follow: 'Chercher de nouveau quand je déplace la carte',
  searchHere: 'Chercher ici',
  off: 'Dans la liste sans lieu sur la carte : #.',
  home: near => `Les distances partent de ${near}, sur la carte la maison.`,
  number: 'Numéro',
  share: {
    title: 'Partager',
    copy: 'Copier le lien',
    copied: 'Copié',
    mail: 'Envoyer par courriel',
    print: 'Imprimer',
  },
  source: 'Rivages : Natural Earth. Un repère peut n’indiquer que la zone postale.',
};
