/** The public front page. */
export const front = {
  title: 'Ask for advice, send a referral',
  heading: 'The right help for one question, and nobody left waiting in silence',
  lead: 'eServices connects Ontario’s primary care with specialists and services. Ask for advice, or send a referral. Every request has one holder, one next step and one date, and the patient can see them.',
  drawing: {
    label:
      'One question goes to advice, to a visit, or from advice to a visit with everything in it, and ends settled.',
    question: ['One', 'question'],
    advice: 'Advice',
    adviceTime: 'in days',
    visit: 'Visit',
    visitTime: 'in weeks',
    along: ['answers and', 'files move along'],
    settled: 'Settled',
  },
  advice: {
    title: 'Ask for advice',
    what: 'An eConsult. Type your question; a specialist answers in days. Many patients are then spared a visit.',
    steps: [
      ['You ask', 'one box'],
      ['Assigned', '1 business day'],
      ['Answered', '7 days at most'],
      ['Done', 'act or ask again'],
    ],
    act: 'Ask for advice',
  },
  referral: {
    title: 'Send a referral',
    what: 'An eReferral. Choose a service by fit, wait and distance. Follow it to the visit and back.',
    steps: [
      ['You send', 'fits the patient'],
      ['Taken up', '7 days at most'],
      ['Booked', 'patient confirms'],
      ['Seen', 'note back to you'],
    ],
    act: 'Send a referral',
  },
  find: {
    title: 'Find a service',
    what: 'What is needed',
    whatExample: 'For example: knee pain, diabetes education',
    near: 'Near',
    nearExample: 'Postal code or town',
    act: 'Search the directory',
    open: 'Open to everyone. Please type no names: a search is for a service, not for a person.',
  },
  count: {
    title: 'What you can count on',
    points: [
      [
        'Nothing goes silent',
        'An open request always names who holds it and by when. Overdue ones climb: a reminder, the site’s lead, then the programme.',
      ],
      [
        'A “no” comes with a next step',
        'A service that declines gives a reason and suggests where to go. You send on with one press; answers and files move along.',
      ],
      [
        'Advice and visit in one place',
        'An eConsult that needs a visit becomes a referral. Nobody types anything twice.',
      ],
      [
        'Honest waits',
        'Median and 9 in 10, how many people it comes from, and how old it is. With too few people, we say so.',
      ],
      [
        'The patient has a page',
        'No account. See who holds the request, confirm a visit, ask for another time or say “I got worse”, in plain words.',
      ],
      [
        'Runs in any browser',
        'Whole pages, in English and French, by keyboard, on a phone, and on paper. Nothing to install.',
      ],
    ],
  },
  join: {
    title: 'How to join',
    steps: [
      ['Register your site', 'Ten minutes: name, address, who leads it.'],
      ['The programme approves it', 'Within 5 business days. The directory is open to you meanwhile.'],
      ['Add people and services', 'Your services appear in the directory, your list is ready.'],
    ],
    act: 'Register a site',
  },
  patients: {
    title: 'For patients and families',
    what: 'Your doctor or nurse sends the request. You then get an e-mail with a link to your own page. You need the link and your birth date.',
    sample: 'See a sample page',
  },
};
