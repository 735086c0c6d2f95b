import { key } from '../src/app/ports/ids.ts';
import { readRequest } from '../src/app/read-request.ts';
import { runVerb } from '../src/app/run-verb.ts';
import { addService, ask } from '../test/support/cases.ts';
import type { TestDatabase } from '../test/support/database.ts';
import { addMember, addSite, type TestMember } from '../test/support/world.ts';
import { rowsOfAct, writeAct } from './acts.ts';
import { listRows, readRows } from './floors.ts';
import type { Pair } from './measure.ts';
import type { BenchPlace } from './place.ts';
import type { BenchWorld } from './world.ts';

interface Asked {
  caseKey: string;
  requestKey: string;
}

const answer = {
  ...{ kind: 'advice', text: 'Treat the iron first, then look again.', minutes: '12' },
  recommendations: [{ text: 'Oral iron, every second day' }, { text: 'Ferritin in eight weeks' }],
};

/** Answering, opening and listing questions for advice, each against the rows it writes or reads. */
export async function advice(place: BenchPlace, world: BenchWorld, supply: number): Promise<Pair[]> {
  const database = place as unknown as TestDatabase;
  const group = await addSite(database, 'Iron Advice Group', { kind: 'group' });
  const member = (name: string, roles: ['clinician'] | ['assigner']) =>
    addMember(database, group.id, { name, roles, licence: '71533' });
  const [specialist, assigner] = [
    await member('Sam Adviser', ['clinician']),
    await member('Ann Assigner', ['assigner']),
  ];
  const service = await addService(database, group.id, { type: 'econsult', name: 'Iron advice' });
  const { rows } = await place.owner.query<{ key: string }>('select key from members where id = $1', [
    specialist.member,
  ]);
  const does = async (who: TestMember, caseKey: string, verb: string, input: object) => {
    const outcome = await runVerb(world.app, who.actor, { caseKey, verb, input, receipt: key() });
    if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
  };
  const toAnswer: Asked[] = [];
  let next = 0;
  const work = async () => {
    while (next < supply) {
      const { key: patientKey } = world.patients[next++ % world.patients.length]!;
      const asked = await ask(world.app, world.physician, { service, patientKey, receipt: key() });
      await does(assigner, asked.caseKey, 'assign', { member: rows[0]!.key, why: 'other' });
      toAnswer.push(asked);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  const [first, ...spare] = toAnswer.splice(0, 201);
  await does(specialist, first!.caseKey, 'answer', answer);
  const answered = await rowsOfAct(place.owner, first!.caseKey);
  const { rows: ids } = await place.owner.query<{ id: number; request: number }>(
    'select id, request_id as request from cases where key = any ($1)',
    [spare.map(one => one.caseKey)],
  );
  const request = (n: number) => toAnswer[n % toAnswer.length]!.requestKey;
  const opened = [...toAnswer];
  await place.owner.query('vacuum analyze');
  return [
    {
      name: 'open question',
      ours: n => readRequest(world.app, specialist.actor, opened[n % opened.length]!.requestKey),
      floor: n => readRows(place, request(n)),
    },
    {
      name: 'list of them',
      ours: () => world.app.db.as(specialist.actor, tx => tx.worklists.page('needs-me', { limit: 20 })),
      floor: () => listRows(place, `site:${group.id}`),
    },
    {
      name: 'answer',
      ours: () => {
        const one = toAnswer.pop();
        if (!one) throw new Error('every question is answered: ask more before');
        return does(specialist, one.caseKey, 'answer', answer);
      },
      floor: n => writeAct(place, answered, ids[n % ids.length]!),
    },
  ];
}
