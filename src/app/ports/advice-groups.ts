import type { Day, Instant } from '../../domain/case/time.ts';
import type { Absence, Specialist, Step } from '../../domain/econsult/auto-assign.ts';
import type { SubSpecialty } from '../../domain/econsult/sub-specialty.ts';

/** A clinician of the group as one question finds them. Without `weeklyCap` they agreed to nothing: only a person may choose them. */
export type Candidate = { key: string } & Omit<Specialist, 'present' | 'weeklyCap' | 'lastTaken'> & {
    weeklyCap: number | null;
    lastTaken: Instant | null;
  };

/** What the choice of a specialist goes by. */
export interface AdviceFacts {
  automatic: boolean;
  /** Of the requester's clinician. */
  language?: string;
  /** First letter of the requester's postal code. */
  region?: string;
  subSpecialties: SubSpecialty[];
  members: Candidate[];
}

/** A line of the list of groups. */
export interface AdviceGroupLine {
  key: string;
  name: { en: string; fr: string };
  automatic: boolean;
  /** Questions that nobody has yet. */
  waiting: number;
}

/** Without a key it is the time after the last day, which is taken back where members are kept. */
export type KeptAbsence = Absence & { key: string | null };

/** A specialist as those who ask see one. */
export interface ListedSpecialist {
  key: string;
  name: string;
  languages: readonly string[];
  subSpecialties: readonly string[];
  absences: readonly Absence[];
  /** No room this week. */
  full: boolean;
}

/** What one specialist agreed to. */
export interface Agreement {
  /** Questions a week; null: not in the group. */
  weeklyCap: number | null;
  subSpecialties: string[];
  languages: string[];
  regions: string[];
  /** Names of practices, or licence numbers. */
  conflicts: string[];
}

export interface AdviceMember extends Agreement {
  key: string;
  /** Inside id. */
  member: number;
  name: string;
  /** Not over yet, in order. */
  absences: KeptAbsence[];
  /** Questions in hand that fall due on one of these days. */
  held: number;
  /** Questions since Monday. */
  taken: number;
}

/** One's own share in the advice groups of the site. */
export interface MyAdvice {
  /** One's key there. */
  member: string;
  /** Not over yet, in order. */
  absences: KeptAbsence[];
  /** Questions in hand that fall due on one of these days. */
  held: number;
  groups: {
    key: string;
    name: { en: string; fr: string };
    weeklyCap: number;
    /** Questions since Monday. */
    taken: number;
  }[];
}

export interface GroupSettings {
  automatic: boolean;
  /** Whom to call when nothing moves. */
  escalation: string;
  subSpecialties: SubSpecialty[];
}

export interface AdviceGroup extends GroupSettings {
  key: string;
  name: { en: string; fr: string };
  /** Business days or business hours; both null: what every group promises. */
  promiseDays: number | null;
  promiseHours: number | null;
  version: number;
  members: AdviceMember[];
}

/** What those who hold a question may ask about its way through the group. */
export interface Given {
  /** Whom to call when nothing moves; empty when nobody is named. */
  escalation: string;
  /** What the automatic assignment went by; none where somebody chose, or one alone could take it. */
  steps: readonly Step[];
}

/** How advice groups give out their questions. */
export interface AdviceGroups {
  /**
   * For those who hold the case, while they write to it or choose; waits for whoever else chooses in this group. Null: no eConsult of a
   * service.
   */
  factsOf(caseId: number, monday: Instant): Promise<AdviceFacts | null>;
  /** With the event that gave the question; `steps` where the automatic assignment chose. */
  tookTurn(caseId: number, member: number, steps?: readonly Step[]): Promise<void>;
  /** Null for anything but an eConsult of a service that the actor's party holds. */
  given(caseId: number): Promise<Given | null>;
  /** Nobody can take it: who should hear so now. The assigners once in its turn, the programme once in 20 hours for each group. */
  nobodyFree(caseId: number): Promise<{ assigner: boolean; programme: boolean }>;
  /** For the job: it looked at a question that waits. */
  looked(caseId: number): Promise<void>;
  /** For the job: questions that nobody has; of a group with an assigner those it has not looked at for an hour. */
  waiting(limit: number): Promise<{ caseId: number; caseKey: string }[]>;
  /** For the job: questions of specialists who work there no more. */
  leftBehind(limit: number): Promise<{ caseId: number; caseKey: string }[]>;
  /** For the job: questions that fall due on a day away of whoever has them; of a group with an assigner those still to be told of. */
  ofTheAbsent(limit: number): Promise<{ caseId: number; caseKey: string }[]>;
  /** Such a question of a group with an assigner: true when they should hear so now, once in its turn. */
  absentHolder(caseId: number): Promise<boolean>;
  /** Of the actor's site. */
  here(): Promise<AdviceGroupLine[]>;
  /** Null for one of another site. */
  byKey(key: string, monday: Instant): Promise<AdviceGroup | null>;
  /** 'stale' when somebody was quicker; null for anybody but those who keep the listing. */
  save(key: string, version: number, settings: GroupSettings): Promise<'done' | 'stale' | null>;
  /** False when there is no such clinician; null as above. */
  saveMember(group: string, member: string, agreed: Agreement): Promise<boolean | null>;
  /** Whom somebody who asks the group may name; a group of an unknown key has nobody. */
  specialists(
    service: string,
    monday: Instant,
    /** Waits for whoever else chooses in this group, until the transaction ends. */
    wait?: boolean,
  ): Promise<{ automatic: boolean; specialists: readonly ListedSpecialist[] }>;
  /** Of groups by key, whom the actor could ask there; without those of which nothing is known. */
  whoCould(
    services: readonly string[],
  ): Promise<{ key: string; zone: string; members: { absences: Absence[]; full: boolean }[] }[]>;
  /** What the actor takes of the groups of the site; null for who works nowhere. */
  mine(monday: Instant, today: Day): Promise<MyAdvice | null>;
  /** False for a group that the actor is not in. */
  setMyCap(group: string, cap: number): Promise<boolean>;
  /** By the member or those who keep the listing; false for others. */
  addAbsence(key: string, member: string, away: Absence): Promise<boolean>;
  removeAbsence(key: string): Promise<boolean>;
}
