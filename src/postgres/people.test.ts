import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';
import { visitor } from '../app/actor.ts';
import { key, secret } from '../app/ports/ids.ts';

const hashed = (token: string) => createHash('sha256').update(token).digest('hex');

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
});
afterAll(() => t.drop());

async function signIn(person: number): Promise<string> {
  const token = hashed(secret());
  await t.db.as(visitor, tx => tx.people.openSession(token, { person }));
  return token;
}
const read = (token: string) => t.db.as(visitor, tx => tx.people.readSession(token));

describe('a session', () => {
  it('tells who the person is and where they may work', async () => {
    const token = await signIn(world.physician.person);
    expect(await read(token)).toMatchObject({
      of: 'person',
      person: world.physician.person,
      name: 'Amina Okafor',
      membership: { member: world.physician.member, siteNameEn: 'Rideau Family Practice' },
      actingFor: null,
    });
  });

  it('ends after 30 idle minutes and after 12 hours', async () => {
    const idle = await signIn(world.clerk.person);
    const old = await signIn(world.clerk.person);
    await t.owner.query(
      `update sessions set seen_at = now() - interval '31 minutes' where token_hash = decode($1, 'hex')`,
      [idle],
    );
    await t.owner.query(
      `update sessions set opened_at = now() - interval '721 minutes' where token_hash = decode($1, 'hex')`,
      [old],
    );
    expect(await read(idle)).toBeNull();
    expect(await read(old)).toBeNull();
  });

  it('ends at once when the person is suspended', async () => {
    const token = await signIn(world.outsider.person);
    await t.owner.query('update people set suspended_at = now() where id = $1', [world.outsider.person]);
    expect(await read(token)).toBeNull();
  });

  it('has no place left when the member or the site is suspended', async () => {
    const token = await signIn(world.specialist.person);
    await t.owner.query('update members set suspended_at = now() where id = $1', [world.specialist.member]);
    expect(await read(token)).toMatchObject({ memberships: [], membership: null });
    await t.owner.query('update members set suspended_at = null where id = $1', [world.specialist.member]);
    await t.owner.query('update sites set suspended_at = now() where id = $1', [world.clinic.id]);
    expect(await read(token)).toMatchObject({ membership: null });
    await t.owner.query('update sites set suspended_at = null where id = $1', [world.clinic.id]);
    expect(await read(token)).toMatchObject({ membership: { member: world.specialist.member } });
  });

  it('rotates, and the old token opens nothing', async () => {
    const token = await signIn(world.clerk.person);
    const next = hashed(secret());
    const session = await read(token);
    await t.db.as(visitor, tx => tx.people.rotateSession(session!.id, next));
    expect(await read(token)).toBeNull();
    expect((await read(next))?.id).toBe(session!.id);
  });

  it('closes everywhere at once', async () => {
    const tokens = [await signIn(world.clerk.person), await signIn(world.clerk.person)];
    const closed = await t.db.as(world.clerk.actor, tx => tx.people.closeSessionsOf(world.clerk.person));
    expect(closed).toBeGreaterThanOrEqual(2);
    expect(await Promise.all(tokens.map(read))).toEqual([null, null]);
  });
});

describe('a delegate', () => {
  it('acts for a clinician only by standing permission, and no longer than it stands', async () => {
    const token = await signIn(world.delegate.person);
    const session = (await read(token))!.id;
    const { member } = world.delegate;
    const act = () =>
      t.db.as(visitor, tx => tx.people.switchSession(session, member, world.physician.member));
    expect(await act()).toBe(false);
    await t.db.as(world.physician.actor, tx => tx.people.delegate(world.physician.member, member));
    expect(await act()).toBe(true);
    expect(await read(token)).toMatchObject({ actingFor: world.physician.member });
    await t.owner.query('update delegations set revoked_at = now()');
    expect(await read(token)).toMatchObject({ actingFor: null });
  });

  it('gets no permission from a member of another site', async () => {
    const give = t.db.as(world.specialist.actor, tx =>
      tx.people.delegate(world.specialist.member, world.delegate.member),
    );
    await expect(give).rejects.toThrow('of the same site');
  });

  it('cannot work as a member of somebody else', async () => {
    const token = await signIn(world.delegate.person);
    const session = (await read(token))!.id;
    const taken = await t.db.as(visitor, tx => tx.people.switchSession(session, world.clerk.member, null));
    expect(taken).toBe(false);
  });
});

describe('passwords and invitations', () => {
  it('an invitation sets the password once and then opens nothing', async () => {
    const token = hashed(secret());
    const { person, email } = world.clerk;
    await t.db.as(world.physician.actor, tx =>
      tx.people.makeLink({ tokenHash: token, kind: 'invite', person, language: 'en', hours: 72 }),
    );
    const redeem = () => t.db.as(visitor, tx => tx.people.redeemLink(token, '$argon2id$first'));
    expect(await redeem()).toBe(person);
    expect(await redeem()).toBeNull();
    const found = await t.db.as(visitor, tx => tx.people.findCredential(` ${email.toUpperCase()} `));
    expect(found).toEqual({ person, hash: '$argon2id$first', suspended: false, language: 'en' });
  });

  it('nobody sets the password of another', async () => {
    const attempt = t.db.as(world.clerk.actor, tx => tx.people.setCredential(world.physician.person, 'mine'));
    await expect(attempt).rejects.toThrow('their own password');
    const asVisitor = t.db.as(visitor, tx => tx.people.setCredential(world.physician.person, 'mine'));
    await expect(asVisitor).rejects.toThrow('their own password');
  });

  it('failures are counted by e-mail since the last success, by both, and by address', async () => {
    const [email, ip] = ['nobody@example.test', '192.0.2.7'];
    const count = () => t.db.as(visitor, tx => tx.people.signInFailures(email, ip, 15));
    for (const ok of [false, false, true, false])
      await t.db.as(visitor, tx => tx.people.recordSignInAttempt({ email, ip, ok }));
    expect(await count()).toEqual({ byBoth: 1, byEmail: 1, byIp: 3 });
    const elsewhere = { email, ip: '192.0.2.8', ok: false };
    const attempt = await t.db.as(visitor, tx => tx.people.recordSignInAttempt(elsewhere));
    expect(await count()).toEqual({ byBoth: 1, byEmail: 2, byIp: 3 });
    await t.db.as(visitor, tx => tx.people.passSignInAttempt(attempt));
    // A success elsewhere does not give a guesser here new tries.
    expect(await count()).toEqual({ byBoth: 1, byEmail: 0, byIp: 3 });
  });

  it('only a steward of the site adds people to it', async () => {
    const add = (actor: typeof world.clerk.actor, site: number) =>
      t.db.as(actor, async tx => {
        const person = await tx.people.createPerson({
          key: key(),
          name: 'New One',
          email: `${key()}@example.test`,
          language: 'fr',
        });
        return tx.people.addMember({ key: key(), person, site, roles: ['clerk'] });
      });
    await expect(add(world.clerk.actor, world.clinic.id)).rejects.toThrow('a steward');
    await expect(add(world.physician.actor, world.clinic.id)).rejects.toThrow('a steward');
    expect(await add(world.physician.actor, world.practice.id)).toBeGreaterThan(0);
  });

  it('the application cannot pass for the operator', async () => {
    const attempt = t.db.as({ kind: 'operator', command: 'trick' }, tx =>
      tx.people.createPerson({ key: key(), name: 'X', email: 'x@example.test', language: 'en' }),
    );
    await expect(attempt).rejects.toThrow('a steward or the operator');
  });
});

describe('a patient link', () => {
  it('dies at the fifth wrong birth date and takes its sessions along', async () => {
    const token = hashed(secret());
    const link = await t.db.as(world.physician.actor, tx =>
      tx.people.makeLink({
        tokenHash: token,
        kind: 'patient',
        request: 1,
        contact: 2,
        language: 'fr',
        hours: 24,
      }),
    );
    const session = hashed(secret());
    expect(await t.db.as(visitor, tx => tx.people.useLink(link))).toBe(true);
    await t.db.as(visitor, tx => tx.people.openSession(session, { link }));
    expect(await read(session)).toMatchObject({
      of: 'patient',
      link,
      request: 1,
      contact: 2,
      language: 'fr',
    });
    const left: number[] = [];
    for (let i = 0; i < 5; i++) left.push(await t.db.as(visitor, tx => tx.people.wrongDate(link)));
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(await t.db.as(visitor, tx => tx.people.useLink(link))).toBe(false);
    expect(await read(session)).toBeNull();
  });
});

describe('names', () => {
  it('are told to everybody signed in, addresses to jobs only', async () => {
    const cards = await t.db.as(world.outsider.actor, tx => tx.people.cards([world.clerk.member]));
    expect(cards).toMatchObject([{ name: 'Maya Singh', site: world.clinic.id }]);
    expect(await t.db.as(visitor, tx => tx.people.cards([world.clerk.member]))).toEqual([]);
    expect(await t.db.as(world.physician.actor, tx => tx.people.colleagues(world.clinic.id))).toEqual([]);
    const own = await t.db.as(world.clerk.actor, tx => tx.people.colleagues(world.clinic.id));
    expect(own.map(c => c.email)).toEqual([null, null]);
    const job = await t.db.as({ kind: 'job', case: null }, tx => tx.people.colleagues(world.clinic.id));
    expect(job.map(c => c.email)).toContain(world.clerk.email);
  });
});
