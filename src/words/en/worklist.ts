const requests = (count: string, one: boolean) => (one ? '1 request' : `${count} requests`);
const are = (count: string, one: boolean) => (one ? '1 is' : `${count} are`);

/** Lists of requests. A count comes written, with whether it is one. */
export const worklist = {
  folders: {
    'needs-me': 'Needs me now',
    overdue: 'Overdue',
    'not-assigned': 'Not assigned',
    'waits-on-others': 'Waits on others',
    drafts: 'Drafts',
    everything: 'Search',
  },
  groups: {
    receiver: { referral: 'Received referrals', econsult: 'Received eConsults' },
    requester: { referral: 'Sent referrals', econsult: 'Sent eConsults' },
    intake: { referral: 'Handed on as intake', econsult: 'eConsults handed on' },
    copy: { referral: 'Copies of referrals', econsult: 'Copies of eConsults' },
  },
  ended: (count: string) => `Ended (${count})`,
  moreThan: (count: string) => `${count}+`,
  requests,
  summary: (all: string, overdue: string, today: string) =>
    [`${all}.`, overdue && today ? `${overdue}, ${today}.` : overdue || today ? `${overdue || today}.` : '']
      .filter(Boolean)
      .join(' '),
  areOverdue: (count: string, one: boolean) => `${are(count, one)} overdue`,
  areDueToday: (count: string, one: boolean) => `${are(count, one)} due today`,
  lastChangedFirst: 'The last changed first.',
  start: 'Start with the first',
  nextOne: 'Next in Needs me now',
  caption: (folder: string, rows: string) => `${folder}, by due time. Rows: ${rows}.`,
  captionEnded: (folder: string, rows: string) => `${folder}, the last changed first. Rows: ${rows}.`,
  stretches: {
    overdue: 'Overdue',
    today: 'Today',
    tomorrow: 'Tomorrow',
    week: 'This week',
    later: 'Later',
  },
  advice: (service: string) => `eConsult: ${service}`,
  sexes: { female: 'F', male: 'M', intersex: 'X', unknown: '' } as Record<string, string>,
  days: (count: number) => `${count} d`,
  months: (count: number) => `${count} mo`,
  filters: {
    label: 'Worklist',
    search: 'Search by name, health card or reference number',
    searchShort: 'Name, health card or ES- number',
    type: 'Type',
    bothTypes: 'Both types',
    referrals: 'Referrals',
    econsults: 'eConsults',
    service: 'Service',
    allServices: 'All services',
    assigned: 'Assigned to',
    everyone: 'Everyone here',
    meOrNone: 'Me or no one',
    urgency: 'Urgency',
    anyUrgency: 'Any urgency',
    urgent: 'Urgent',
    submit: 'Filter',
    clear: 'Show all again',
  },
  empty: {
    'needs-me': 'Nothing needs you now.',
    waitingElsewhere: (all: string, one: boolean) =>
      one ? '1 request waits on others.' : `${all} wait on others.`,
    overdue: 'Nothing is overdue. A request comes here when its due time has passed and it is your turn.',
    'not-assigned': 'Everything that came in is assigned to somebody.',
    'waits-on-others':
      'Nothing waits on others. What you have sent or answered comes here until it is your turn.',
    drafts: 'No drafts. What you begin is kept here until you send it.',
    status: 'No request is here now.',
    filtered: 'No request fits these filters.',
    everything:
      'No request of your site fits. Names are sought from their beginning, health cards by their digits.',
    seeWaiting: 'See what waits on others',
    ask: 'Ask for advice or a visit',
  },
  waiting: {
    note: (all: string) => `${all}, the five that come due first`,
    noteFew: 'by due time',
    seeAll: (all: string) => `See all ${all}`,
    next: 'Next step',
    patient: 'Patient',
  },
  drafts: {
    what: 'For',
    patient: 'Patient',
    noPatient: 'No patient yet',
    noTitle: 'Without a title',
    kind: 'Kind',
    saved: 'Saved',
    kinds: { econsult: 'eConsult', referral: 'Referral' },
  },
  bulk: {
    label: 'Act on the selected rows',
    why: 'Each row is checked against your role; rows that refuse are listed.',
    member: 'Assign to',
    choose: 'Assign to…',
    assign: 'Assign',
    title: 'Assigned',
    done: (count: string, one: boolean, name: string) =>
      one ? `1 request is now with ${name}.` : `${count} requests are now with ${name}.`,
    refused: (count: string, one: boolean) =>
      one ? '1 request could not be assigned' : `${count} requests could not be assigned`,
    nothing: 'Nothing was assigned.',
    choosePerson: 'Choose rows and a person to assign them to.',
    gone: 'It is not open to your site any more.',
    back: 'Back to the list',
  },
  noPatients: {
    title: 'Worklist',
    text: 'Your role at this site does not include requests about patients.',
  },
};
