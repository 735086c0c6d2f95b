import type pg from 'pg';

/**
 * On a server of our own (embedded or under tests), as its superuser: the two roles. With a password both may log in by
 * network; without one only by a socket that trusts.
 */
export async function makeRoles(superuser: pg.ClientBase, password?: string): Promise<void> {
  for (const role of ['eservices_owner', 'eservices_app']) {
    await superuser.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if;
      exception when duplicate_object or unique_violation then null; end $$`);
    if (password) await superuser.query(`alter role ${role} password ${superuser.escapeLiteral(password)}`);
  }
}

/** A database of eservices_owner, which nobody but the two roles may enter. Does nothing when it is there. */
export async function makeDatabase(superuser: pg.ClientBase, name: string, template?: string): Promise<void> {
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return;
  const id = superuser.escapeIdentifier(name);
  const from = template ? ` template ${superuser.escapeIdentifier(template)}` : '';
  await superuser.query(`create database ${id} owner eservices_owner${from}`);
  await superuser.query(`revoke all on database ${id} from public`);
  await superuser.query(`grant connect on database ${id} to eservices_app`);
}
