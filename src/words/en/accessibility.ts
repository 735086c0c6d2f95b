/** The accessibility statement. Sections of a heading and paragraphs or list items. */
export const accessibility = {
  title: 'Accessibility',
  lead: 'Everybody who needs a request, or works on one, should be able to use every page.',
  sections: [
    {
      title: 'What we build to',
      items: [
        'The Web Content Accessibility Guidelines (WCAG) 2.1, level AA, as the Accessibility for Ontarians with Disabilities Act asks.',
        'Every page works by keyboard, at 400 % zoom, on a phone, without script, with the contrast of your system, light or dark, and printed.',
        'Nothing is said by colour alone: a status is a word, a shape and a colour.',
        'Everything is in English and French. Pages for patients aim at the reading level of grade 6.',
        'Nothing moves or flashes. The patient page closes after 30 minutes without use; opening the link again brings it back.',
      ],
    },
    {
      title: 'How we check',
      items: [
        'Automatic tests of each page with axe before every change is accepted.',
        'By hand: keyboard, zoom, phone, dark colours, both languages.',
        'People who use a screen reader every day have not tested this version yet. That comes before it is used for care.',
      ],
    },
    {
      title: 'What we know is not good enough',
      items: [
        'Files that clinics attach, such as scans of letters, may have no text that a screen reader can read. Ask the clinic for another form of it.',
        'While a questionnaire is filled in, its sum is only a picture. The right sum is in the text after you save.',
        'In browsers from before 2024 the list “More actions” is always open.',
      ],
    },
  ],
  tell: {
    title: 'Tell us',
    what: 'If a page stands in your way, tell the clinic that gave you its address, by phone, in writing or in person. You can have any page read to you, on paper or in another form, at no cost.',
  },
};
