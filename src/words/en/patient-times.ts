/** What patients do with times themselves: choose one, and say that they can come soon. */
export const patientTimes = {
  times: {
    title: 'Choose a time',
    change: 'Choose another time',
    lead: 'The clinic lets you choose the time of your visit yourself.',
    have: (when: string) =>
      `Your visit is now on ${when}. If you take another time, this one goes back to the clinic.`,
    label: 'Free times',
    kind: (name: string, minutes: number, how: string) => `${name}, ${minutes} minutes, ${how}`,
    media: { 'in-person': 'at the clinic', phone: 'by phone', video: 'by video' },
    submit: 'I take this time',
    later: 'Later times',
    none: 'There is no free time right now. The clinic will find one for you.',
    missing: 'Choose a time.',
    gone: 'Somebody else has just taken this time. Please choose another one.',
    done: 'This time is yours. Please tell us below that you will come.',
  },
  soon: {
    title: 'Can you come soon?',
    lead: 'Sometimes a visit comes free. If you can come at short notice, we ask you in your turn.',
    on: 'You are on the list. When a visit comes free, we write to you, and you say yes or no.',
    notice: 'How soon we may ask you',
    hours: {
      '3': 'Up to 3 hours before',
      '24': 'Up to a day before',
      '48': 'Up to 2 days before',
      '168': 'Up to a week before',
    },
    submit: 'Yes, I can come soon',
    off: 'I cannot come soon any more',
    done: 'Thank you. You are on the list.',
    doneOff: 'Thank you. You are not on the list any more. The visit you have stays.',
  },
};
