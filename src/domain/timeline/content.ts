/** A body as one party may read it. */
export type Read = Record<string, unknown> | 'purged' | 'withheld';

/** An event that says what another one means: it follows it in the same moment and is for fewer eyes. */
interface Content {
  kind: 'message' | 'answer';
  /** The facts it belongs to. */
  of: readonly string[];
}

const companions: Readonly<Record<string, Content>> = {
  question: { kind: 'message', of: ['asked', 'sent', 'transcribed', 'proposed'] },
  advice: { kind: 'answer', of: ['answered', 'advised'] },
  'consult-note': { kind: 'answer', of: ['completed'] },
};

/** Types that make no sense without their body: to whoever may not read it, there was nothing. */
export const contents: readonly string[] = [
  ...Object.keys(companions),
  'remarked',
  'messaged',
  'noted',
  'amended',
  'surveyed',
  'form-answered',
];

/** What an event type is the content of, if it is. */
export function contentOf(type: string): Content | undefined {
  return Object.hasOwn(companions, type) ? companions[type] : undefined;
}

/** What somebody typed; '' when the event carries no text. */
export function textOf(body: Record<string, unknown>): string {
  const text = body.question ?? body.text;
  return typeof text === 'string' ? text : '';
}
