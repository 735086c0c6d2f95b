import { fold } from './words.ts';

/** Words that may mean an emergency, folded, in English and French. A phrase counts when its words stand together. */
const phrases = [
  ...[
    'chest pain',
    'heart attack',
    'stroke',
    'facial droop',
    'slurred speech',
    'sudden weakness',
    'anaphylaxis',
  ],
  ...[
    'suicidal',
    'suicide',
    'kill himself',
    'kill herself',
    'kill myself',
    'end her life',
    'end his life',
    'overdose',
  ],
  ...[
    'cannot breathe',
    'short of breath at rest',
    'severe bleeding',
    'unconscious',
    'seizure now',
    'sepsis',
    'meningitis',
  ],
  ...[
    'douleur thoracique',
    'crise cardiaque',
    'avc',
    'faiblesse soudaine',
    'paralysie faciale',
    'anaphylaxie',
  ],
  ...[
    'suicidaire',
    'se suicider',
    'en finir',
    'surdose',
    'ne respire pas',
    'hemorragie',
    'inconscient',
    'septicemie',
  ],
];
const denied = /\b(?:no|not|denies|without|never|aucune?|pas|sans|nie)\b[^.;,]{0,24}$/;

/** True when a text names what may need help now and does not deny it ("no chest pain", "pas suicidaire"). */
export function soundsUrgent(text: string): boolean {
  const plain = fold(text).replace(/\s+/g, ' ');
  return phrases.some(phrase => {
    for (let at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + 1)) {
      const whole =
        !/[\p{L}]/u.test(plain[at - 1] ?? ' ') && !/[\p{L}]/u.test(plain[at + phrase.length] ?? ' ');
      if (whole && !denied.test(plain.slice(Math.max(0, at - 40), at))) return true;
    }
    return false;
  });
}
