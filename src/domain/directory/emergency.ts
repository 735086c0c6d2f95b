import { fold } from './words.ts';

/**
 * Words that may mean an emergency, in English and French, one phrase a line: what a triage nurse would ask about first.
 * Plurals and the French feminine count too. Writing is folded: accents and case do not matter.
 */
const phrases = `
chest pain
crushing chest
heart attack
stroke
facial droop
face drooping
slurred speech
sudden weakness
sudden vision loss
worst headache
thunderclap headache
anaphylaxis
suicidal
suicide
kill himself
kill herself
kill myself
kill themselves
end her life
end his life
end their life
wants to die
homicidal
overdose
cannot breathe
can't breathe
trouble breathing
short of breath at rest
severe bleeding
vomiting blood
coughing blood
unconscious
unresponsive
seizure now
sepsis
meningitis
douleur thoracique
douleur à la poitrine
crise cardiaque
infarctus
avc
accident vasculaire cérébral
faiblesse soudaine
paralysie faciale
perte soudaine de la vision
pire mal de tête
anaphylaxie
suicidaire
se suicider
se tuer
veut mourir
envie de mourir
mettre fin à ses jours
idée noire
surdose
ne respire pas
difficulté à respirer
hémorragie
vomit du sang
crache du sang
inconscient
convulse
septicémie
méningite
`
  .split('\n')
  .filter(line => line !== '')
  .map(line => fold(line).split(' '));

const ending = '(?:s|e|es|x)?';
const pattern = new RegExp(
  `(?<!\\p{L})(?:${phrases.map(words => words.map(word => word + ending).join(' ')).join('|')})(?!\\p{L})`,
  'gu',
);
/** Said shortly before, in the same clause, it means that there is none, or that it is long past. */
const denied =
  /\b(?:no|not|denies|denied|without|never|negative for|history of|previous|prior|past|aucune?s?|pas|jamais|sans|nie|antecedents?|ancien(?:ne)?)\b[^.;,]{0,24}$/;

/** True when a text names what may need help now and does not deny it ("no chest pain", "pas suicidaire"). */
export function soundsUrgent(text: string): boolean {
  const plain = fold(text).replace(/\s+/g, ' ');
  return [...plain.matchAll(pattern)].some(
    ({ index }) => !denied.test(plain.slice(Math.max(0, index - 40), index)),
  );
}
