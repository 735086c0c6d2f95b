type Body = Readonly<Record<string, unknown>>;

/** What an amendment says anew, whole: one of these that it does not name was emptied. */
const saidAnew = ['text', 'redFlags', 'references'] as const;

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * What an answer says once it was amended: red flags that were taken back are gone, recommendations and files were only
 * added to, minutes are those of both. Replies to numbered questions stay where an amendment of old has none.
 */
export function corrected(before: Body, amendment: Body): Record<string, unknown> {
  const kept = Object.entries(before).filter(([name]) => !(saidAnew as readonly string[]).includes(name));
  const both = (name: string) => [...listIn(before[name]), ...listIn(amendment[name])];
  return {
    ...Object.fromEntries(kept),
    ...amendment,
    minutes: Number(before.minutes ?? 0) + Number(amendment.minutes ?? 0),
    recommendations: both('recommendations'),
    attachments: both('attachments'),
  };
}

/** The latest answer as it stands after its amendments; none before there is one that may be read. */
export function adviceAsItStands(
  events: readonly { type: string; body: unknown }[],
): Record<string, unknown> | undefined {
  let advice: Record<string, unknown> | undefined;
  for (const { type, body } of events) {
    if (typeof body !== 'object' || body === null || typeof (body as Body).text !== 'string') continue;
    if (type === 'advice' || type === 'answered') advice = { ...body };
    else if (type === 'amended') advice = corrected(advice ?? {}, body as Body);
  }
  return advice;
}
