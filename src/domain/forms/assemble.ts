import { allItems, french, frenchTitle } from './items.ts';
import type { Item, Questionnaire } from './questionnaire.ts';

/**
 * A short core form with the add-on of a specialty right after its first section, which asks why. A question of the add-on
 * whose meaning the core has already is left out. Its version rises with either of the two.
 */
export function assemble(core: Questionnaire, addOn: Questionnaire, name: string): Questionnaire {
  const meanings = new Set(allItems(core.item).flatMap(one => one.definition ?? []));
  const fresh = (items: readonly Item[]): Item[] =>
    items
      .filter(one => one.definition === undefined || !meanings.has(one.definition))
      .map(one => (one.item ? { ...one, item: fresh(one.item) } : one));
  const [first, ...rest] = core.item as [Item, ...Item[]];
  return {
    ...core,
    ...{ name, url: `urn:eservices:form:${name}`, item: [first, ...fresh(addOn.item), ...rest] },
    version: String(Number(core.version) + Number(addOn.version) - 1),
    title: `${core.title}: ${addOn.title}`,
    _title: french(`${frenchTitle(core)} : ${frenchTitle(addOn)}`),
  };
}
