import type { ReviewItem } from '../../domain/econsult/peer-review.ts';

/** How good answers were: what requesters and colleagues said. */
export const quality = {
  title: 'How my answers were received',
  lead: 'Only you read this page.',
  link: 'How my answers were received',
  rated: {
    title: 'By those who asked, in the last year',
    none: 'Nobody has rated an answer of yours yet.',
    answers: 'Answers',
    surveys: 'With a survey',
    value: 'Worth to the provider',
    quality: 'Quality of the answer',
    learnt: 'Something was learnt',
    avoided: 'A visit was not needed',
    ofFive: (mean: string) => `${mean} of 5`,
  },
  written: {
    title: 'What they wrote when they closed, in the last year',
    lead: 'Names, numbers and places that we recognize are replaced. Free text may still tell who somebody is: what you read stays here. The lead of your group does not see it.',
    none: 'Nobody has written anything yet.',
    referral: 'For a referral it meant:',
  },
  reviewed: {
    title: 'By colleagues',
    lead: 'You are not told who. In a small group one may guess.',
    none: 'No colleague has reviewed an answer of yours yet.',
    month: 'Month',
    safe: 'Safe',
    remark: 'Remark',
    yes: 'Yes',
    no: 'No',
  },
  give: {
    title: 'Answers for me to review',
    none: 'Nothing waits for you.',
    waits: (count: number) =>
      count === 1
        ? 'An answer of a colleague waits for your review.'
        : `${count} answers of colleagues wait for your review.`,
    see: 'Read and review',
    until: (day: string) => `until ${day}`,
    groups: 'Whom I review for',
    groupsLead: 'A few answers a month, drawn at random. Names are replaced; your name is not given.',
    join: (group: string) => `Review for ${group}`,
    leave: (group: string) => `No longer review for ${group}`,
  },
  review: {
    title: 'Review an answer',
    lead: 'Names, numbers and places that we recognize are replaced. Free text may still tell who somebody is: what you read stays here.',
    question: 'What was asked',
    answer: 'What was answered',
    gone: 'These words were deleted, as the law asks. Decline this one.',
    items: {
      answers: 'It answers what was asked',
      evidence: 'It rests on evidence, and says which',
      clear: 'It is clear',
      actionable: 'One can act on it',
    } satisfies Record<ReviewItem, string>,
    scale: '1 not at all, 5 fully',
    safe: 'Is it safe for the patient?',
    safeHint:
      'If you say no, the lead of the group is told at once, with the reference number and your remark.',
    yes: 'Yes',
    no: 'No, somebody should look at it now',
    remark: 'Remark to the colleague',
    remarkHint: 'They read it without your name.',
    submit: 'Send the review',
    decline: 'I cannot review this one',
    missing: 'Choose one of these.',
    remarkMissing: 'Say what is not safe.',
    thanks: 'Thank you. Your colleague reads it without your name.',
  },
  harm: {
    title: 'Could have harmed',
    lead: 'Whoever asked says that an answer, or the wait for it, could have harmed the patient. Somebody should look at these now.',
  },
  group: {
    title: 'Review by colleagues',
    lead: 'So many answers a month are read by a colleague who agreed to. The specialist reads what was said; you read averages.',
    perMonth: 'Answers a month',
    perMonthHint: '0 to 50; with 0 none are reviewed.',
    wrong: 'Give a whole number from 0 to 50.',
    save: 'Save',
    numbers: (reviewers: number, given: number, open: number) =>
      `Reviewers: ${reviewers}. In the last year ${given} were given, ${open} wait.`,
    few: 'Averages show from five reviews on.',
    unsafe: 'Called not safe',
    unsafeLead: 'A colleague thinks that somebody should look at these now.',
    settle: (reference: string) => `${reference} was dealt with`,
  },
};
