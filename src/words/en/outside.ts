/** What goes to a receiver off the network, and what is printed for anybody: by the office that sends it. */
export const outside = {
  title: 'Send it out',
  lead: (place: string) =>
    `${place} does not work on this network yet. It reads and answers this referral in a workspace of its own, without an account. Choose how it learns of it.`,
  oneStepLeft: (place: string) => `One step left: ${place} does not know of it yet`,
  notYetThere:
    'The referral is written and kept. Choose below how it gets there; until then the next step is yours.',
  channel: 'How does it go?',
  channels: {
    mail: 'By e-mail: a link, and nothing about the patient',
    fax: 'By fax: a cover page with a code, the referral, attached PDF files and images',
    paper: 'On paper: printed, with a code',
  },
  noFax: 'No fax line is set up here. Print it and fax it yourself, or send a link.',
  email: 'E-mail address of the clinic',
  number: 'Fax number of the clinic',
  checkEmail: 'Check it: whoever has this address gets the link and the code.',
  checkNumber: 'Check it: what goes to a wrong number cannot be taken back.',
  wrongEmail: 'Give an e-mail address, as desk@clinic.ca.',
  wrongNumber: 'Give a fax number of 10 digits, as 519-555-0161.',
  chooseChannel: 'Choose how it goes.',
  language: 'Language of the clinic',
  send: 'Send it out',
  again: 'Send it again',
  againHint: 'What was sent before opens nothing any more.',
  takeBack: 'Take the workspace back',
  back: 'Back to the request',
  now: 'How it stands',
  sentBy: {
    mail: (to: string, day: string) => `A link went to ${to} on ${day}.`,
    fax: (to: string, day: string) => `A fax to ${to}, made on ${day}.`,
    paper: (_to: string, day: string) => `Printed with a code, made on ${day}.`,
  },
  fax: {
    waiting: 'It waits for the fax line.',
    handed: (when: string) => `Handed to the fax line on ${when}. It has not said yet whether it arrived.`,
    delivered: (when: string) => `The fax line says that it arrived on ${when}.`,
    failed: (why: string) => `It failed${why ? `: ${why}` : ''}. It is not tried again.`,
    again: (why: string, times: string) =>
      `It failed${why ? `: ${why}` : ''}. It is tried again; so far ${times}.`,
    times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  },
  opened: (who: string, when: string) => `Opened by ${who} on ${when}.`,
  notOpened: 'Nobody has opened it yet.',
  until: (day: string) => `It opens until ${day}.`,
  closed: {
    replaced: 'It was replaced.',
    'taken-back': 'You took it back.',
    'wrong-code': 'It was closed: a wrong code was typed five times. Call the clinic, then send it again.',
    'not-delivered': 'It could not be delivered. Check the address or number with the clinic.',
    expired: 'Its time has passed.',
    claimed: 'Another clinic has claimed it.',
  },
  paper: {
    pdf: 'PDF for printing',
    print: 'Print',
    fax: 'Fax: referral',
    requisition: 'Referral requisition',
    to: 'To',
    number: 'Fax',
    from: 'From',
    phone: 'Phone',
    reference: 'Reference',
    made: 'Made',
    code: 'Code',
    patient: 'Patient',
    born: 'Born',
    answer: 'To answer: no account is needed',
    answerSteps: (address: string) => [
      `Open ${address} and type the code above.`,
      'A second code is then faxed to this number.',
      'Accept, ask, book, decline or send the note. The sender has it at once.',
    ],
    answerByDate: (address: string) => [
      `Not on the network: open ${address}, type the code above and the patient’s birth date.`,
      'Accept, ask, book, decline or send the note. The sender has it at once.',
    ],
    claimSteps: (address: string) => [
      `On the network: sign in, open ${address}, and type the code above and the patient’s birth date.`,
      'The referral is then yours. The first who claims it has it.',
    ],
    forPatient:
      'For the patient: take this paper to the clinic. Keep it safe, it holds information about your health.',
    wrong:
      'Confidential. This holds personal health information. If it is not for you, call the sender at once and destroy it; you may not keep, copy or pass it on.',
    files: 'Attached files can be opened in the workspace.',
    filesFollow: 'Attached files follow the referral; what cannot be faxed opens in the workspace.',
    attached: 'Attached files',
    along: (name: string, pages: number, all: boolean) =>
      pages === 0
        ? `${name}: opens in the workspace`
        : `${name}: ${pages === 1 ? '1 page follows' : `${pages} pages follow`}${all ? '' : '; the rest opens in the workspace'}`,
    pageOf: (name: string, page: number, of: number) => `${name}, page ${page} of ${of}`,
    danger: 'If the patient is in danger, call 911.',
  },
  requisition: {
    title: 'Printed requisition',
    link: 'Printed requisition',
    lead: 'The patient can take it to any clinic. One that works on this network claims the referral with the code and the birth date; the first has it.',
    make: 'Make a requisition',
    again: 'Make a new one',
    againHint: 'The code of this one stops working then.',
    until: (day: string) => `Its code is good until ${day}.`,
    notNow: 'The referral is taken up already, so it cannot be claimed any more.',
  },
  claim: {
    title: 'Claim a requisition',
    lead: 'A patient brought a printed referral with a code. Type both and the referral is yours, with everything in it.',
    code: 'Code on the paper',
    codeHint: '16 letters and digits; spaces do not matter',
    birthDate: 'Birth date of the patient',
    birthDateHint: 'As 1992-02-03',
    submit: 'Claim it',
    codeMissing: 'Type the 16 letters and digits of the paper.',
    dateMissing: 'Give the birth date, as 1992-02-03.',
    wrong: (left: number) =>
      left === 1
        ? 'Code and birth date do not belong together. You have one more try.'
        : `Code and birth date do not belong together. You have ${left} more tries.`,
    dead: 'This code opens nothing: it was typed wrongly, used already, or is too old. Ask the office that printed it.',
    taken: 'A clinic has taken up this referral already. Ask the office that printed it.',
  },
};
