import type { ClinicType, Closure, Pattern, Plan, Text } from '../../domain/schedule/plan.ts';

/** What a schedule is, beside its plan. */
export interface ScheduleDetails {
  name: Text;
  /** Inside id of the clinician, when it is one person's. */
  member: number | null;
  place: string;
  keepsHolidays: boolean;
  patientsChoose: boolean;
  /** A freed slot is offered to the short-notice list, for so many minutes each; null: it is not. */
  offerMinutes: number | null;
  /** Inside ids; none: every service of the site. */
  services: readonly number[];
}

/** Who sees patients where and when: everything but who has which time. */
export interface Schedule extends ScheduleDetails, Plan {
  id: number;
  key: string;
  site: number;
  /** Name of the clinician. */
  clinician: string | null;
  version: number;
  patterns: readonly (Pattern & { key: string })[];
  /** Of the schedule, and of the whole site; from yesterday on. */
  closures: readonly (Closure & { key: string; why: string; ofSite: boolean })[];
}

export type TypeDetails = Omit<ClinicType, 'id' | 'key'>;

/** Schedules of the actor's site; a patient knows those of the sites they were sent to. */
export interface Schedules {
  /** By name. */
  all(): Promise<Schedule[]>;
  /** Services that see patients, by name: of the actor's site, or as operator of the one named. */
  servicesHere(site?: number): Promise<{ id: number; key: string; nameEn: string; nameFr: string }[]>;
  byKey(key: string): Promise<Schedule | null>;
  byId(id: number): Promise<Schedule | null>;
  /** Those of a site that serve a service. */
  serving(site: number, service: number | undefined): Promise<Schedule[]>;
  /** At the actor's site, or as operator at the one named: its id. */
  add(key: string, details: ScheduleDetails, site?: number): Promise<number>;
  /** False when somebody else changed it since that version. */
  change(id: number, version: number, details: ScheduleDetails): Promise<boolean>;
  /** Nobody books there any more; what is booked stands. */
  end(id: number): Promise<void>;
  /** Its id. */
  addType(schedule: number, key: string, details: TypeDetails): Promise<number>;
  changeType(id: number, details: TypeDetails): Promise<void>;
  /** Its sessions go with it; what is booked stands. */
  endType(id: number): Promise<void>;
  addPattern(schedule: number, key: string, pattern: Pattern): Promise<void>;
  removePattern(schedule: number, key: string): Promise<void>;
  /** Of one schedule, or with null of the whole site. */
  addClosure(schedule: number | null, key: string, closure: Closure & { why: string }): Promise<void>;
  removeClosure(key: string): Promise<void>;
}
