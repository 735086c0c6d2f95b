/** What is kept although its time is over, for privacy officers. */
export const retention = {
  title: 'Legal holds',
  lead: 'Requests are purged when the time for which sites must keep them is over: ten years after the last entry, or after the patient turned 18, unless your site keeps them longer. A request on this list is not purged, however old it is, until the hold is lifted.',
  none: 'Nothing is held.',
  place: 'Hold a request',
  reference: 'Reference number',
  referenceHint: 'As ES-1234-5678-9. Your site must have taken part in it.',
  why: 'Why it must be kept',
  submit: 'Hold it',
  placed: (name: string, day: string) => `held by ${name} on ${day}`,
  lifted: (name: string, day: string) => `Lifted by ${name} on ${day}`,
  lift: 'Lift the hold',
  liftWhy: (reference: string) => `Why ${reference} need not be held any more`,
  done: {
    placed: 'The request is held.',
    lifted: 'The hold is lifted.',
  },
  problems: {
    'no-reason': 'Give a reason.',
    'no-request':
      'Your site took part in no request of this number, or it is held already. Check the number.',
  },
};
