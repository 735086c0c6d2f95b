import { describe, expect, it } from 'vitest';
import { makeLogger } from './log.ts';

describe('the log', () => {
  it('says where an error was thrown and by what rule, never what it says', () => {
    const lines: string[] = [];
    const logger = makeLogger('info', { write: line => void lines.push(line) });
    const cause = Object.assign(new Error('Key (health_card)=(9876543217) already exists'), {
      code: '23505',
      constraint: 'patients_card',
      detail: 'Canary Zebedee',
    });
    logger.error({ err: new Error('could not save Canary Zebedee', { cause }) }, 'not served');
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/Zebedee|9876543217/);
    const line = JSON.parse(lines[0]!);
    expect(line.err.cause).toMatchObject({ code: '23505', constraint: 'patients_card' });
    expect(line.err.at[0]).toContain('log.test.ts');
  });
});
