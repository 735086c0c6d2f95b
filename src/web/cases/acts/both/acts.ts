import type { AnyAct } from '../../act.ts';
import { attach } from './attach.tsx';
import { message } from './message.tsx';
import { note } from './note.tsx';
import { redirect } from './redirect.tsx';
import { review } from './review.tsx';

/** The acts of every case, a line for each verb that has a page. */
export const everyCaseActs: readonly AnyAct[] = [message, attach, note, review, redirect];
