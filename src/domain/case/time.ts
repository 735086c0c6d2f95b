/** A moment: ISO 8601 in UTC with milliseconds, `2026-11-22T14:00:00.000Z`. Strings of this shape sort by time. */
export type Instant = string;

/** A calendar day without a zone: `YYYY-MM-DD`. */
export type Day = string;
