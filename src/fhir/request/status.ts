import type { CaseType } from '../../domain/case/state.ts';
import type { EConsultStatus } from '../../domain/econsult/econsult.ts';
import type { ReferralStatus } from '../../domain/referral/referral.ts';

/** `request-status` of the ServiceRequest, which is the requester's, and `task-status` of the Task, which is the receiver's. */
type Both = readonly [request: string, task: string];

const referral: Readonly<Record<ReferralStatus, Both>> = {
  sent: ['active', 'requested'],
  'awaiting-reply': ['active', 'on-hold'],
  accepted: ['active', 'accepted'],
  booked: ['active', 'in-progress'],
  confirmed: ['active', 'in-progress'],
  seen: ['active', 'in-progress'],
  completed: ['completed', 'completed'],
  advised: ['active', 'completed'],
  declined: ['active', 'rejected'],
  shortlisted: ['on-hold', 'draft'],
  withdrawn: ['on-hold', 'cancelled'],
  'managed-elsewhere': ['active', 'in-progress'],
  closed: ['completed', 'completed'],
  cancelled: ['revoked', 'cancelled'],
  // Another case of the same requisition goes on.
  forwarded: ['revoked', 'cancelled'],
  split: ['revoked', 'cancelled'],
  redirected: ['revoked', 'cancelled'],
  void: ['entered-in-error', 'entered-in-error'],
};

const econsult: Readonly<Record<EConsultStatus, Both>> = {
  asked: ['active', 'requested'],
  assigned: ['active', 'in-progress'],
  'more-info': ['active', 'on-hold'],
  answered: ['active', 'completed'],
  returned: ['active', 'rejected'],
  closed: ['completed', 'completed'],
  cancelled: ['revoked', 'cancelled'],
  converted: ['completed', 'completed'],
  redirected: ['revoked', 'cancelled'],
  void: ['entered-in-error', 'entered-in-error'],
};

/** How R4 says where a case stands; our own status goes along as the Task's `businessStatus`. */
export function statusOf(type: CaseType, status: string): { request: string; task: string } {
  const all: Readonly<Record<string, Both>> = type === 'referral' ? referral : econsult;
  const [request, task] = all[status] ?? ['unknown', 'in-progress'];
  return { request, task };
}
