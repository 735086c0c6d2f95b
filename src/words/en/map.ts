/** Maps of the directory. */
export const map = {
  results: 'Map of the results. The list beside it says the same.',
  places: 'Map of where it is',
  skip: 'Skip past the map',
  toMap: 'To the map',
  keys: 'Arrow keys move the map, plus and minus zoom. Tab goes through the pins; Enter goes to the entry of the list.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  follow: 'Search again when I move the map',
  searchHere: 'Search this area',
  /** # is how many. */
  off: 'Listed without a place on the map: #.',
  home: (near: string) => `Distances are from ${near}, on the map the house.`,
  number: 'Number',
  share: {
    title: 'Share',
    copy: 'Copy the link',
    copied: 'Copied',
    mail: 'Send by e-mail',
    print: 'Print',
  },
  source: 'Shores: Natural Earth. A pin may stand for the postal area only.',
};
