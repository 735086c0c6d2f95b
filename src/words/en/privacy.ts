/** The privacy page: what is true of the product, in plain words. Sections of a heading and paragraphs. */
export const privacy = {
  title: 'Privacy',
  lead: 'What eServices keeps, who can see it, and what you can do about it.',
  sections: [
    [
      'Who is responsible',
      'Your health information belongs in the care of the clinic, practice or hospital that treats you. Under Ontario’s Personal Health Information Protection Act, 2004, each of them is the custodian of what it sends and receives here. eServices keeps the records for them.',
    ],
    [
      'What is kept',
      'A request holds your name, birth date, health card number, ways to reach you, the question, the answers on forms, files, messages, visits, and every step with its time and who took it. Steps cannot be changed or removed afterwards, only corrected by a further step that shows.',
    ],
    [
      'Who can see it',
      'The site that asked and the sites that received or sorted the request, each only as far as its part goes. You, by your own link. A site that declined keeps what it saw and learns nothing later. The programme that runs the network sees reference numbers, sites, status and lateness, never who the patient is. Nobody else.',
    ],
    [
      'Every look is recorded',
      'Opening a request, changing it, searching for a patient and being refused are all written to a log that cannot be changed. Ask your clinic’s privacy officer who looked at yours.',
    ],
    [
      'Links and mail',
      'Our e-mail names no clinic, specialty or health fact: it says that there is news about your request, and its number. The link opens one request, and only after the birth date. After five wrong dates the link stops working and your clinic hears of it. Do not pass the link on.',
    ],
    [
      'How it is protected',
      'Files are encrypted where they are stored. The database itself refuses to show a row to anyone who has no part in that request, apart from what the pages check. No health information goes into web addresses, mail or the logs of the machine.',
    ],
    [
      'Cookies and trackers',
      'A cookie keeps you signed in, one remembers your language, one protects forms. They are ours and needed for the site to work. There are no trackers, no advertisements, and nothing is loaded from another company.',
    ],
    [
      'How long',
      'As long as the sites must keep their health records by law. A search in the public directory is not kept with anything that says who you are.',
    ],
    [
      'What you can ask for',
      'To see your record, to have a mistake corrected, to limit who may see it, or to withdraw a request: ask your clinic, or use your page. The clinic must answer.',
    ],
    [
      'If you are not content',
      'Speak with the privacy officer of your clinic first. You may complain to the Information and Privacy Commissioner of Ontario at any time: 1-800-387-0073, www.ipc.on.ca.',
    ],
  ],
  demo: 'This copy is a demonstration: everybody in it is invented. Please type nothing about a real person.',
};
