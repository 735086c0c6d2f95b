/**
 * Words that may mean an emergency, one phrase a line: what a triage nurse would ask about first. They begin the list that the
 * stewards of the programme keep, and stand in where a database has none yet.
 */
export const shippedPhrases: Readonly<Record<'en' | 'fr', readonly string[]>> = {
  en: lines(`
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
`),
  fr: lines(`
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
suicide
se suicider
se tuer
veut mourir
envie de mourir
mettre fin à ses jours
idée noire
surdose
ne peut pas respirer
ne respire pas
difficulté à respirer
hémorragie
vomit du sang
crache du sang
inconscient
convulse
septicémie
méningite
`),
};

function lines(text: string): string[] {
  return text.split('\n').filter(line => line !== '');
}
