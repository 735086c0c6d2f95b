import { undoAsOperator } from '../app/exchange/undo-import.ts';
import { openOperator } from '../wire-operator.ts';
import { exchange as words } from '../words/en/exchange.ts';
import { readMixed } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

/** `eservices undo-import NUMBER` */
export const undoImport: Command = {
  name: 'undo-import',
  usage: 'NUMBER',
  does: 'puts back what one import of the directory changed and takes out what it added, but what is used or was edited since',
  async run(args, config, { out, error }) {
    const { name = '' } = readMixed(args, { options: [], switches: [] });
    if (!/^\d{1,15}$/.test(name)) throw new UsageError('which import?');
    const place = await openOperator(config);
    try {
      const outcome = await undoAsOperator(place.db, Number(name));
      if (typeof outcome === 'string') {
        error(outcome === 'missing' ? `there is no import ${name}` : `import ${name} was undone before`);
        return 1;
      }
      for (const one of outcome.left) out(`left as it is: ${one.name}: ${words.why[one.why]}`);
      out(
        `${outcome.removed} taken out, ${outcome.restored} put back, ${outcome.left.length} left as they are`,
      );
      return 0;
    } finally {
      await place.close();
    }
  },
};
