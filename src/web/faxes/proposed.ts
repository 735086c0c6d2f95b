import type { Found } from '../../domain/faxes/lines.ts';
import type { FaxReading } from '../../domain/faxes/read-fax.ts';

/** What a machine proposes for the fields of a form, by their names. */
export type Proposed = Readonly<Record<string, Found>>;

/** For whose it is, as the fields of a patient are called. */
export function patientProposals(reading: FaxReading | null): Proposed {
  const { given, family, birthDate, sex, card, version, phone } = reading ?? {};
  return there({ given, family, birthDate, sexAtBirth: sex, cardNumber: card, cardVersion: version, phone });
}

interface Service {
  key: string;
  name: { en: string; fr: string };
}

/** For what it asks, as the fields of a paper are called. */
export function referralProposals(reading: FaxReading | null, services: readonly Service[]): Proposed {
  const { sender, licence, senderFax, title, question, urgent } = reading ?? {};
  const about = [reading?.service, title].flatMap(one => (one ? [one] : []));
  return there({
    ...{ outsideName: sender, outsideLicence: licence, outsideFax: senderFax, title, question },
    ...{ urgency: urgent, service: about.map(one => serviceNamed(one, services)).find(Boolean) },
  });
}

/** The only service of the list with a long word of what was read in its name. */
function serviceNamed({ value, line }: Found, services: readonly Service[]): Found | undefined {
  const words = plain(value).match(/\p{L}{5,}/gu) ?? [];
  const found = services.filter(({ name }) =>
    words.some(word => plain(`${name.en} ${name.fr}`).includes(word.slice(0, 7))),
  );
  return found.length === 1 ? { value: found[0]!.key, line } : undefined;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function there(found: Record<string, Found | undefined>): Proposed {
  return Object.fromEntries(Object.entries(found).filter(([, one]) => one !== undefined)) as Proposed;
}

/** What they hold at first. */
export function valuesIn(proposed: Proposed): Record<string, string> {
  return Object.fromEntries(Object.entries(proposed).map(([name, { value }]) => [name, value]));
}

/** The fields that still say what the machine read: they are marked, and wait for somebody to compare them. */
export function unchanged(proposed: Proposed, typed: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(proposed).filter(name => typed[name] === proposed[name]!.value);
}

/** What may find the patient on the list, surest first: the number of the card, then the name. */
export function wordsToFind({ cardNumber, given, family }: Proposed): string[] {
  const name = given && family ? `${given.value} ${family.value}` : '';
  return [cardNumber?.value ?? '', name].filter(words => words !== '');
}
