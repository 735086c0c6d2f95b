import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';
import { type Actor, visitor } from '../app/actor.ts';
import type { Tx } from '../app/ports/database.ts';
import { key, secret } from '../app/ports/ids.ts';

const hashed = (token: string) => createHash('sha256').update(token).digest('hex');

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
});
afterAll(() => t.drop());

const operator = { kind: 'operator', command: 'test' } as const;

/** As after a password: written down as a try, then proved in a transaction of its own. */
async function signIn(of: { person: number; email: string }): Promise<string> {
  const token = hashed(secret());
  const { person, email } = of;
  const attempt = await attemptOf(email);
  await t.db.as(visitor, async tx => {
    await tx.people.passSignInAttempt(attempt);
    await tx.people.openSession(token, { person });
  });
  return token;
}
const attemptOf = (email: string) =>
  t.db.as(visitor, tx => tx.people.recordSignInAttempt({ email, ip: '192.0.2.1', ok: false }));
const read = (token: string) => t.db.as(visitor, tx => tx.people.readSession(token));

describe('a session', () => {
  it('tells who the person is and where they may work', async () => {
    const token = await signIn(world.physician);
    expect(await read(token)).toMatchObject({
      of: 'person',
      person: world.physician.person,
      name: 'Amina Okafor',
      membership: { member: world.physician.member, siteNameEn: 'Rideau Family Practice' },
      actingFor: null,
    });
  });

  it('ends after 30 idle minutes and after 12 hours', async () => {
    const idle = await signIn(world.clerk);
    const old = await signIn(world.clerk);
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
    const token = await signIn(world.outsider);
    await t.owner.query('update people set suspended_at = now() where id = $1', [world.outsider.person]);
    expect(await read(token)).toBeNull();
  });

  it('has no place left when the member or the site is suspended', async () => {
    const token = await signIn(world.specialist);
    await t.owner.query('update members set suspended_at = now() where id = $1', [world.specialist.member]);
    expect(await read(token)).toMatchObject({ memberships: [], membership: null });
    await t.owner.query('update members set suspended_at = null where id = $1', [world.specialist.member]);
    await t.owner.query('update sites set suspended_at = now() where id = $1', [world.clinic.id]);
    expect(await read(token)).toMatchObject({ membership: null });
    await t.owner.query('update sites set suspended_at = null where id = $1', [world.clinic.id]);
    expect(await read(token)).toMatchObject({ membership: { member: world.specialist.member } });
  });

  it('rotates, and the old token opens nothing', async () => {
    const token = await signIn(world.clerk);
    const next = hashed(secret());
    const session = await read(token);
    const rotate = (actor: Actor) => t.db.as(actor, tx => tx.people.rotateSession(session!.id, next));
    await rotate(visitor);
    await rotate(world.physician.actor);
    expect(await read(token)).not.toBeNull();
    await rotate(world.clerk.actor);
    expect(await read(token)).toBeNull();
    expect((await read(next))?.id).toBe(session!.id);
  });

  it('is kept alive and ended by its token, never by another one', async () => {
    const [mine, other] = [await signIn(world.clerk), await signIn(world.clerk)];
    const idle = `update sessions set seen_at = now() - interval '20 minutes' where token_hash = decode($1, 'hex')`;
    await t.owner.query(idle, [mine]);
    const seen = async () => (await read(mine))!.seenAt;
    const before = await seen();
    await t.db.as(visitor, tx => tx.people.touchSession(other));
    expect(await seen()).toBe(before);
    await t.db.as(visitor, tx => tx.people.touchSession(mine));
    expect(await seen()).not.toBe(before);
    await t.db.as(visitor, tx => tx.people.closeSession(hashed('none')));
    expect([await read(mine), await read(other)]).not.toContain(null);
    await t.db.as(visitor, tx => tx.people.closeSession(mine));
    expect(await read(mine)).toBeNull();
    expect(await read(other)).not.toBeNull();
  });

  it('closes everywhere at once', async () => {
    const tokens = [await signIn(world.clerk), await signIn(world.clerk)];
    const close = (actor: Actor) => t.db.as(actor, tx => tx.people.closeSessionsOf(world.clerk.person));
    expect([await close(visitor), await close(world.physician.actor)]).toEqual([0, 0]);
    const closed = await close(world.clerk.actor);
    expect(closed).toBeGreaterThanOrEqual(2);
    expect(await Promise.all(tokens.map(read))).toEqual([null, null]);
  });
});

describe('the door of a session', () => {
  const open = (actor: Actor, of: { person: number } | { link: number }) =>
    t.db.as(actor, tx => tx.people.openSession(hashed(secret()), of));
  const past = { code: '42501' };

  it('opens to a visitor in the transaction that proved the password, and to nobody else', async () => {
    const { person, email, actor } = world.physician;
    const attempt = await attemptOf(email);
    for (const one of [visitor, actor, { kind: 'job', case: null }, operator] satisfies Actor[])
      await expect(open(one, { person })).rejects.toMatchObject(past);
    const opened = await t.db.as(visitor, async tx => {
      await tx.people.passSignInAttempt(attempt);
      return tx.people.openSession(hashed(secret()), { person });
    });
    expect(opened).toBeGreaterThan(0);
    await expect(open(visitor, { person })).rejects.toMatchObject(past);
  });

  it('does not open for somebody else, by a try of the same transaction or a try that was used', async () => {
    const { person, email } = world.physician;
    const proving = (attempt: number, who = person) =>
      t.db.as(visitor, async tx => {
        await tx.people.passSignInAttempt(attempt);
        return tx.people.openSession(hashed(secret()), { person: who });
      });
    const attempt = await attemptOf(email);
    await expect(proving(attempt, world.clerk.person)).rejects.toMatchObject(past);
    expect(await proving(attempt)).toBeGreaterThan(0);
    await expect(proving(attempt)).rejects.toMatchObject(past);
    const atOnce = t.db.as(visitor, async tx => {
      await tx.people.recordSignInAttempt({ email, ip: '192.0.2.1', ok: true });
      return tx.people.openSession(hashed(secret()), { person });
    });
    await expect(atOnce).rejects.toMatchObject(past);
  });

  it('does not open to a suspended person, nor where the last membership has ended', async () => {
    const { person, email, member } = world.specialist;
    const tryIt = async () => {
      const attempt = await attemptOf(email);
      return t.db.as(visitor, async tx => {
        await tx.people.passSignInAttempt(attempt);
        return tx.people.openSession(hashed(secret()), { person });
      });
    };
    await t.owner.query('update people set suspended_at = now() where id = $1', [person]);
    expect(await tryIt()).toBeNull();
    await t.owner.query('update people set suspended_at = null where id = $1', [person]);
    const ends = `update members set from_day = '2020-01-01', until_day = $2 where id = $1`;
    await t.owner.query(ends, [member, '2020-02-01']);
    expect(await tryIt()).toBeNull();
    await t.owner.query(ends, [member, null]);
    expect(await tryIt()).toBeGreaterThan(0);
  });

  it('does not let somebody who was suspended switch to another place', async () => {
    const token = await signIn(world.specialist);
    const { person, member, actor } = world.specialist;
    const session = (await read(token))!.id;
    const again = () => t.db.as(actor, tx => tx.people.switchSession(session, member, null));
    expect(await again()).toBe(true);
    await t.owner.query('update people set suspended_at = now() where id = $1', [person]);
    expect(await again()).toBe(false);
    await t.owner.query('update people set suspended_at = null where id = $1', [person]);
  });
});

describe('a delegate', () => {
  it('acts for a clinician only by standing permission, and no longer than it stands', async () => {
    const token = await signIn(world.delegate);
    const session = (await read(token))!.id;
    const { member } = world.delegate;
    const act = (actor: Actor = world.delegate.actor) =>
      t.db.as(actor, tx => tx.people.switchSession(session, member, world.physician.member));
    expect(await act()).toBe(false);
    await t.db.as(world.physician.actor, tx => tx.people.delegate(world.physician.member, member));
    expect([await act(visitor), await act(world.physician.actor)]).toEqual([false, false]);
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
    const token = await signIn(world.delegate);
    const session = (await read(token))!.id;
    const { actor } = world.delegate;
    const taken = await t.db.as(actor, tx => tx.people.switchSession(session, world.clerk.member, null));
    expect(taken).toBe(false);
  });
});

describe('passwords and invitations', () => {
  it('an invitation sets the password once and then opens nothing', async () => {
    const token = hashed(secret());
    const { person, email } = world.delegate;
    const invite = (actor: Actor, whom: number) =>
      t.db.as(actor, tx =>
        tx.people.makeLink({ tokenHash: token, kind: 'invite', person: whom, language: 'en', hours: 72 }),
      );
    await expect(invite(world.clerk.actor, person)).rejects.toThrow('a steward of the site');
    await expect(invite(world.physician.actor, world.clerk.person)).rejects.toThrow('a steward of the site');
    await invite(world.physician.actor, person);
    const redeem = () => t.db.as(visitor, tx => tx.people.redeemLink(token, '$argon2id$first'));
    expect(await redeem()).toBe(person);
    expect(await redeem()).toBeNull();
    const found = await t.db.as(visitor, tx => tx.people.findCredential(` ${email.toUpperCase()} `));
    expect(found).toEqual({ person, hash: '$argon2id$first', suspended: false, language: 'en' });
    // Who has a password is not invited to another one.
    await expect(invite(world.physician.actor, person)).rejects.toThrow('a steward of the site');
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
    const link = await t.operator.as(operator, tx =>
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
    const byNumber = [
      (tx: Tx) => tx.people.useLink(link),
      (tx: Tx) => tx.people.wrongDate(link),
      (tx: Tx) => tx.people.openSession(session, { link }),
    ];
    for (const attempt of byNumber)
      await expect(t.db.as<unknown>(visitor, attempt)).rejects.toMatchObject({ code: '42501' });
    expect(await t.operator.as(operator, tx => tx.people.useLink(link))).toBe(true);
    await t.operator.as(operator, tx => tx.people.openSession(session, { link }));
    expect(await read(session)).toMatchObject({
      of: 'patient',
      link,
      request: 1,
      contact: 2,
      language: 'fr',
    });
    const left: number[] = [];
    for (let i = 0; i < 5; i++) left.push(await t.operator.as(operator, tx => tx.people.wrongDate(link)));
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(await t.operator.as(operator, tx => tx.people.useLink(link))).toBe(false);
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
