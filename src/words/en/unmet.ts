/** What nobody in the network offers, for stewards of the programme. */
export const unmet = {
  title: 'Needs that nobody meets',
  lead: 'The last twelve months: referrals declined because no service exists, and searches for a patient that found nothing that fits. No words of a search are kept. Counts below 6 are not shown.',
  link: 'See what is missing where',
  none: 'Nothing was missing 6 times or more in any region.',
  region: 'Where patients live',
  category: 'Kind of service',
  declines: 'Declined: none exists',
  searches: 'Searches with no fit',
  few: 'fewer than 6',
  elsewhere: 'Elsewhere or not known',
  unknown: 'Not known',
  csv: 'Download as CSV',
};
