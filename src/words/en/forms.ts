/** Around the questions of forms; the questions themselves are data. */
export const forms = {
  update: 'Update the form',
  updateHint: 'Shows the questions that follow from your answers, and adds up the score.',
  sections: 'Sections of this form',
  complete: 'complete',
  incomplete: 'needs an answer',
  progress: (done: number, required: number) => `${done} of ${required} answers needed are here.`,
  yes: 'Yes',
  no: 'No',
  sources: {
    patient: () => 'From the chart, today',
    requester: () => 'From your profile',
    question: () => 'From your question',
    'earlier-econsult': (day?: string) => (day ? `From the eConsult of ${day}` : 'From the eConsult'),
    'earlier-referral': (day?: string) => (day ? `From the referral of ${day}` : 'From the referral'),
  },
  wrote: (text: string) => `You wrote “${text}”.`,
  phq9Bands: '5 mild, 10 moderate, 15 moderately severe, 20 severe',
  bands: {
    none: 'minimal',
    mild: 'mild',
    moderate: 'moderate',
    'moderately-severe': 'moderately severe',
    severe: 'severe',
  },
  scoreSoFar: (sum: number, answered: number, questions: number) =>
    `${sum} so far, from ${answered} of ${questions} answers`,
  scoreOf: (sum: number, most: number) => `${sum} of ${most}`,
  scoreWithBand: (sum: number, most: number, band: string) => `${sum} of ${most}, ${band}`,
  unanswered: 'Not answered',
};
