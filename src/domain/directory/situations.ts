import type { Stems } from './stem-text.ts';
import type { Concept } from './synonyms.ts';
import { stems } from './words.ts';

/** What somebody is in, that some services are for and no other: "Perinatal mood" is not for every low mood. */
export const situations = ['pregnancy', 'covid', 'indigenous', 'newcomer', 'end-of-life'] as const;
export type Situation = (typeof situations)[number];

interface Told {
  /** In the name of a service: it is for nobody else. */
  named: readonly string[];
  /** In what was typed: this may be somebody it is for. */
  said: readonly string[];
  /** The category must say it too: "Depression and COVID-19" is for more than those who had it. */
  kindToo?: boolean;
}

const told = (named: string, more: string, kindToo = false): Told => ({
  ...{ named: stems(named), said: stems(`${named} ${more}`), kindToo },
});

/** By their words in English and French. */
const words: Record<Situation, Told> = {
  pregnancy: told(
    'perinatal périnatale prenatal prénatal antenatal postnatal postpartum pregnancy grossesse maternity maternité midwife midwives midwifery sage sages obstetric obstetrics obstétrique',
    'pregnant enceinte birth naissance baby bébé newborn partum breastfeeding allaite allaitement trimester trimestre gestation miscarriage accouchement accouché fœtus fetal',
  ),
  covid: told('covid', 'coronavirus sars', true),
  indigenous: told(
    'indigenous autochtone aboriginal',
    'nation nations inuit métis anishinaabe ojibwe cree crie ojibwé',
  ),
  newcomer: told(
    'newcomer newcomers arrivant arrivants refugee refugees réfugié immigrant',
    'immigrated immigration asylum asile arrived',
  ),
  'end-of-life': told(
    'palliative palliatif palliatifs hospice',
    'terminal dying mourante mourant metastatic métastatique métastases metastases cancer',
  ),
};

const bySaying: ReadonlyMap<string, Situation> = new Map(
  situations.flatMap(one => words[one].named.map(stem => [stem, one] as const)),
);

/** The situation that a service is for alone, by its name, unless what was typed speaks of it; null for any other. */
export function onlyFor(
  { name, terms }: { name: Stems; terms: Stems },
  asked: readonly Concept[],
): Situation | null {
  for (const stem of name) {
    const one = bySaying.get(stem);
    if (one === undefined || (words[one].kindToo && !terms.has(stem))) continue;
    return asked.some(concept => speaks(concept, one)) ? null : one;
  }
  return null;
}

/** The word itself, or a word that is known to mean the same; not one that only looks like it ("refuses" is no refugee). */
function speaks({ stems: means, words: typed = [], known }: Concept, situation: Situation): boolean {
  return [...(known ? means : means.slice(0, 1)), ...typed].some(stem =>
    words[situation].said.includes(stem),
  );
}
