import { z } from 'zod';
import { instant, optionalLine, optionalText, optionalWhole } from '../case/input.ts';
import type { Appointment } from '../case/state.ts';
import { appointmentLabels, media } from './referral.ts';

/** What booking, rebooking and offering must carry. Length in minutes. */
export const appointmentFields = {
  label: z.enum(appointmentLabels),
  start: instant,
  length: optionalWhole(1, 1440),
  medium: z.enum(media),
  place: optionalLine(300),
  instructions: optionalText(4000),
};

const fields = z.strictObject(appointmentFields);

/** The appointment typed, without what was left empty. */
export function appointmentOf(typed: z.infer<typeof fields>): Appointment {
  const { label, start, length, medium, place, instructions } = typed;
  return {
    label,
    start,
    ...(length !== undefined && { length }),
    medium,
    ...(place !== undefined && { place }),
    ...(instructions !== undefined && { instructions }),
  };
}
