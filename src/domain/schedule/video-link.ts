/** An address that a patient can open for a video visit: https, without spaces. */
export function isVideoLink(text: string): boolean {
  return /^https:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}
