import { takeBounce } from '../app/take-bounce.ts';
import { openOperator } from '../wire-operator.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';

const said = {
  told: 'the office that sent it will be told',
  known: 'not of a patient, or known before',
  'no-report': 'no report of a lasting failure: nothing to do',
};

/** `eservices bounce < message`, run by the mail server for the address that it returns mail to. */
export const bounce: Command = {
  name: 'bounce',
  usage: '< MESSAGE',
  does: 'takes in a report that a message did not arrive (RFC 3464); the office that sent a patient’s request is to call',
  async run(args, config, { out, input }) {
    readOptions(args, []);
    const place = await openOperator(config);
    try {
      // Always 0: for a command that fails a mail server writes a report of its own.
      out(said[await takeBounce(place.db, await input())]);
      return 0;
    } finally {
      await place.close();
    }
  },
};
