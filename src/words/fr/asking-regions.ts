import type { askingRegions as en } from '../en/asking-regions.ts';

/** Les groupes à qui l’on demande un avis en premier. */
export const askingRegions: typeof en = {
  title: 'Régions où je demande d’abord',
  lead: 'Pour un avis, un groupe de ces régions passe avant un groupe provincial de la même spécialité.',
  ofSite: regions =>
    `Vous n’en avez choisi aucune : la région de votre lieu de travail (${regions}) passe en premier.`,
  places: { first: 'En premier', second: 'Ensuite', third: 'Puis' },
  none: 'Aucune',
  save: 'Enregistrer mes régions',
  saved: 'Vos régions sont enregistrées.',
  change: 'Changer les régions où je demande d’abord',
};
