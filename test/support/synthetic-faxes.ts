import { luhn } from '../../src/domain/patient/health-card.ts';

/** What is true of an invented fax; '' where it says nothing. */
export interface FaxTruth {
  card: string;
  version: string;
  birthDate: string;
  family: string;
  given: string;
  sex: string;
  phone: string;
  sender: string;
  licence: string;
  senderFax: string;
  title: string;
  urgent: string;
}
export interface SyntheticFax {
  name: string;
  text: string;
  truth: FaxTruth;
}

interface Person {
  family: string;
  given: string;
  born: string;
  sex: 'female' | 'male';
}

const people: readonly Person[] = [
  { family: 'Whitcombe', given: 'Arden', born: '1992-02-03', sex: 'female' },
  { family: 'Tremblay-Roy', given: 'Geneviève', born: '1958-11-27', sex: 'female' },
  { family: "O'Halloran", given: 'Fergus', born: '1949-07-14', sex: 'male' },
  { family: 'Nguyen', given: 'Thi Mai', born: '2001-05-30', sex: 'female' },
  { family: 'Bélanger', given: 'Étienne', born: '1983-09-16', sex: 'male' },
  { family: 'Singh', given: 'Harpreet', born: '1975-12-25', sex: 'male' },
];
const doctors = [
  { name: 'Amina Okafor', practice: 'Rideau Family Practice', licence: '84210' },
  { name: 'Paul Lachance', practice: 'Clinique médicale du Portage', licence: '102355' },
  { name: 'Susan McKenzie', practice: 'Lakeshore Medical Centre', licence: '71533' },
];
const reasons = {
  en: [
    'Chronic knee pain after a fall',
    'New onset atrial fibrillation',
    'Suspicious mole on the left shoulder',
  ],
  fr: [
    'Douleur au genou depuis une chute',
    'Fibrillation auriculaire récente',
    'Lésion suspecte à l’épaule gauche',
  ],
};
const monthsEn = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const monthsFr = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

/** An Ontario number whose check digit is right, of the invented `seed`. */
export function cardOf(seed: number): string {
  const nine = String(100_000_000 + ((seed * 73_856_093) % 899_999_999));
  return [...'0123456789'].map(digit => nine + digit).find(luhn)!;
}

interface Cast extends Person {
  card: string;
  version: string;
  phone: string;
  fax: string;
  doctor: (typeof doctors)[number];
  reason: { en: string; fr: string };
  day: { en: string; fr: string; numbers: string };
  grouped: string;
}

function castOf(seed: number): Cast {
  const who = people[seed % people.length]!;
  const card = cardOf(seed + 11);
  const [year, month, day] = who.born.split('-') as [string, string, string];
  const nth = Number(month) - 1;
  const reason = seed % 3;
  return {
    ...who,
    ...{ card, version: ['KT', 'A', 'VX', ''][seed % 4]!.padEnd(2, 'B').slice(0, seed % 4 === 3 ? 0 : 2) },
    grouped: `${card.slice(0, 4)} ${card.slice(4, 7)} ${card.slice(7)}`,
    phone: `519-555-0${String(100 + seed)}`,
    fax: `613-555-0${String(100 + seed)}`,
    doctor: doctors[seed % doctors.length]!,
    reason: { en: reasons.en[reason]!, fr: reasons.fr[reason]! },
    day: {
      ...{ en: `${monthsEn[nth]} ${Number(day)}, ${year}`, fr: `${Number(day)} ${monthsFr[nth]} ${year}` },
      numbers: `${day}/${month}/${year}`,
    },
  };
}

type Draw = (one: Cast) => { text: string; truth?: Partial<FaxTruth> };
const he = ({ sex }: Person) => (sex === 'male' ? 'He' : 'She');

/** Ways in which practices of Ontario write: letters, forms of their records, two languages, hurried notes. */
const templates: Readonly<Record<string, Draw>> = {
  'letter of a record system': one => ({
    text: `${one.doctor.practice}
41 Maple Way, Guelph ON  N1E 6H5     Tel: 519-555-0999   Fax: ${one.fax}

Nov 2, 2026

Re: ${one.family}, ${one.given}
DOB: ${one.day.en}      Sex: ${one.sex === 'male' ? 'M' : 'F'}
HCN: ${one.grouped} ${one.version}
Home phone: ${one.phone}

Reason for referral: ${one.reason.en}

Dear colleague,

Thank you for seeing this patient. ${he(one)} has had the problem for six months and it is getting worse.
Physiotherapy did not help. No allergies are known.

Sincerely,

Dr. ${one.doctor.name}
CPSO # ${one.doctor.licence}`,
  }),
  'form in columns': one => ({
    text: `REFERRAL FORM
To:  Grand River Clinic              Fax: 519-555-0178
From:  Dr. ${one.doctor.name}        Fax: ${one.fax}
Practice:  ${one.doctor.practice}    CPSO: ${one.doctor.licence}

PATIENT INFORMATION
Last Name:  ${one.family.toUpperCase()}          First Name:  ${one.given.toUpperCase()}
Date of Birth:  ${one.born}          Gender:  ${one.sex === 'male' ? 'Male' : 'Female'}
Health Card Number:  ${one.card}     Version Code:  ${one.version}
Phone:  ${one.phone}

Reason for Referral:  ${one.reason.en}

Current medication: ramipril 5 mg daily. Please book at your earliest convenience.`,
  }),
  'lettre d’un cabinet': one => ({
    text: `${one.doctor.practice}
Télécopieur : ${one.fax}

Le 2 novembre 2026

Nom du patient : ${one.family}, ${one.given}
Date de naissance : ${one.day.fr}      Sexe : ${one.sex === 'male' ? 'Masculin' : 'Féminin'}
Carte Santé : ${one.grouped} ${one.version}
Téléphone : ${one.phone}

Motif de la consultation : ${one.reason.fr}

Chère collègue,

Je vous remercie de voir cette personne, que je suis depuis dix ans.
Le problème dure depuis six mois et empire malgré la physiothérapie.

Cordialement,

Dr ${one.doctor.name}
Permis : ${one.doctor.licence}`,
    truth: { title: one.reason.fr },
  }),
  'urgent note': one => ({
    text: `FAX
URGENT REFERRAL
From: ${one.doctor.name}, MD, ${one.doctor.practice}
Fax: ${one.fax}
CPSO ${one.doctor.licence}

Patient: ${one.given} ${one.family}   DOB ${one.born}   HC# ${one.card}${one.version ? `-${one.version}` : ''}
Cell: ${one.phone}

${one.sex === 'male' ? '67 year old man' : '67 year old woman'}, please see soon.
Reason for consultation: ${one.reason.en}`,
    truth: { urgent: 'urgent' },
  }),
  formulaire: one => ({
    text: `DEMANDE DE CONSULTATION
Destinataire : Clinique Grand River      Télécopieur : 519-555-0178
Expéditeur : Dr ${one.doctor.name}       Télécopieur : ${one.fax}
Cabinet : ${one.doctor.practice}         OMCO ${one.doctor.licence}

Nom de famille : ${one.family}           Prénom : ${one.given}
DDN : ${one.born}                        Sexe : ${one.sex === 'male' ? 'M' : 'F'}
No de carte Santé : ${one.grouped}  ${one.version}
Tél. : ${one.phone}

Motif : ${one.reason.fr}`,
    truth: { title: one.reason.fr },
  }),
  'answers below their questions': one => ({
    text: `${one.doctor.practice}
Phone 519-555-0999     Fax ${one.fax}

Patient Name                    Date of Birth              Health Card
${one.given} ${one.family}                    ${one.day.en}               ${one.grouped} ${one.version}

Sex: ${one.sex === 'male' ? 'Male' : 'Female'}     Tel: ${one.phone}

Referring Physician: Dr. ${one.doctor.name}      CPSO: ${one.doctor.licence}

Presenting problem: ${one.reason.en}`,
  }),
};

/** This many invented faxes, each template with everybody in turn. */
export function syntheticFaxes(count: number): SyntheticFax[] {
  const kinds = Object.entries(templates);
  return Array.from({ length: count }, (_, seed) => {
    const [name, draw] = kinds[seed % kinds.length]!;
    const one = castOf(seed + Math.floor(seed / kinds.length));
    const { text, truth } = draw(one);
    const usual = {
      ...{ card: one.card, version: one.version, birthDate: one.born, family: one.family, given: one.given },
      ...{ sex: one.sex, phone: one.phone, sender: `Dr. ${one.doctor.name}`, licence: one.doctor.licence },
      ...{ senderFax: one.fax, title: one.reason.en, urgent: '' },
    };
    return { name: `${name} ${seed}`, text, truth: { ...usual, ...truth } };
  });
}

/** How far what was read of a field is true: the sender's practice may stand behind the name, letters may be of either case. */
export function isTrue(field: keyof FaxTruth, read: string | undefined, truth: string): boolean {
  const plain = (text: string) => text.normalize('NFC').toLowerCase().replaceAll('’', "'");
  if (field === 'sender') return plain(read ?? '').startsWith(plain(truth));
  return plain(read ?? '') === plain(truth);
}
