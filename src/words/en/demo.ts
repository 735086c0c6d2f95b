/** The page that moves the clock of a demonstration. */
export const demo = {
  title: 'Move the clock',
  lead: 'Deadlines, reminders and visits of this demonstration follow a clock of their own. Move it forward and see what happens when nobody acts. It never goes back; sessions and the log keep real time.',
  now: 'It is now',
  move: 'Move forward',
  businessDay: '1 business day',
  week: '1 week',
  amount: 'How many',
  unit: 'Unit',
  units: { hours: 'hours', days: 'days' },
  go: 'Move',
  wrong: 'Type a whole number: at most 366 days.',
  moved: (moment: string) => `The clock was moved. It is now ${moment}.`,
  nothing: 'Nobody had to be reminded of anything.',
  did: {
    reminders: (count: string, one: boolean) => (one ? '1 reminder' : `${count} reminders`),
    toLeads: (count: string, one: boolean) => (one ? '1 told to a lead' : `${count} told to leads`),
    toProgramme: (count: string, one: boolean) =>
      one ? '1 told to the programme' : `${count} told to the programme`,
    passedOn: (count: string, one: boolean) =>
      one ? '1 passed on to the clinic' : `${count} passed on to clinics`,
    lapsed: (count: string, one: boolean) => (one ? '1 offer lapsed' : `${count} offers lapsed`),
    failed: (count: string, one: boolean) => (one ? '1 case failed' : `${count} cases failed`),
  },
  worklist: 'See the worklist',
  mailbox: 'See the mail that was sent',
};
