import type { Said, Standing } from '../case/events.ts';
import type { ReceiverParty } from '../case/state.ts';
import type { Instant } from '../case/time.ts';

/** How a receiver off the network is asked: a link by mail, a fax, or paper with a code. */
export const inviteChannels = ['mail', 'fax', 'paper'] as const;
export type InviteChannel = (typeof inviteChannels)[number];

/** Why its workspace is closed. */
export const invitationEnds = ['taken-back', 'wrong-code', 'not-delivered'] as const;
export type InvitationEnd = (typeof invitationEnds)[number];
/** What happens about a receiver off the network, and who takes its place. Docs/decisions/0034. */
export type OutsideEvent =
  | Said<'invited', { channel: InviteChannel; to?: string; link: number; until: Instant } & Standing>
  | Said<'invitation-closed', { why: InvitationEnd } & Standing>
  | Said<'claimed', { receiver: ReceiverParty; site: number } & Standing & { status: 'sent' }>;

export const outsideEventTypes = ['invited', 'invitation-closed', 'claimed'] as const;
