/** A report that a message did not arrive for good. */
export interface Bounce {
  /** Of ours, without its angle brackets. */
  messageId: string;
  /** The enhanced status (RFC 3463), `5.1.1`. */
  status: string;
}

/**
 * Reads a delivery status notification (RFC 3464) as it comes from a mail server, headers and all. Undefined for anything else:
 * a report of a delay (4.x.x), of success, or a letter that somebody wrote. The message is known by the headers that the
 * report gives back (`message/rfc822` or `text/rfc822-headers`), never by an address.
 */
export function readBounce(raw: string): Bounce | undefined {
  const text = raw.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ');
  const statuses = [...text.matchAll(/^Status:\s*([245]\.\d{1,3}\.\d{1,3})\b/gim)].map(match => match[1]!);
  const failed = /^Action:\s*failed\b/im.test(text);
  const status = statuses.find(one => one.startsWith('5'));
  if (!failed || status === undefined) return undefined;
  const returned = text.search(/^Content-Type:\s*(message\/rfc822|text\/rfc822-headers)/im);
  if (returned === -1) return undefined;
  const messageId = /^Message-ID:\s*<([^<>\s]{3,250})>/im.exec(text.slice(returned))?.[1];
  return messageId === undefined ? undefined : { messageId, status };
}
