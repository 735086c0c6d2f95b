/** What may be attached: a name ending, the media type, and whether it can be looked at in place. */
export const fileKinds = {
  pdf: { type: 'application/pdf', endings: ['pdf'], preview: 'pdf' },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'], preview: 'image' },
  png: { type: 'image/png', endings: ['png'], preview: 'image' },
  gif: { type: 'image/gif', endings: ['gif'], preview: 'image' },
  tiff: { type: 'image/tiff', endings: ['tif', 'tiff'], preview: 'image' },
  text: { type: 'text/plain', endings: ['txt'], preview: 'none' },
  mp3: { type: 'audio/mpeg', endings: ['mp3'], preview: 'none' },
  mp4: { type: 'video/mp4', endings: ['mp4'], preview: 'none' },
} as const;

export type FileKind = keyof typeof fileKinds;

/** Bytes of one file. */
export const fileLimit = 10 * 1024 * 1024;

/** Bytes of all files of one case. */
export const caseLimit = 50 * 1024 * 1024;
