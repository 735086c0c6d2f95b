/** Whose advice groups are asked first. */
export const askingRegions = {
  title: 'Regions I ask first',
  lead: 'For advice, a group of these regions comes before a provincial one of the same specialty.',
  ofSite: (regions: string) => `You have chosen none, so ${regions} comes first: it is where you work.`,
  places: { first: 'First', second: 'Then', third: 'And then' },
  none: 'None',
  save: 'Save my regions',
  saved: 'We saved the regions you ask first.',
  change: 'Change the regions I ask first',
};
