import { type Role, roles } from '../app/actor.ts';
import { hashPassword, normalEmail, passwordFault } from '../app/people/password.ts';
import type { Tx } from '../app/ports/database.ts';
import { key } from '../app/ports/ids.ts';
import type { Language, NewPerson } from '../app/ports/people.ts';
import { openOperator } from '../wire-operator.ts';
import { needed, readOptions } from './arguments.ts';
import { type Command, type Terminal, UsageError } from './command.ts';

const options = ['email', 'name', 'site', 'roles', 'language', 'licence', 'title'] as const;

interface NewUser {
  person: NewPerson;
  siteKey: string;
  roles: Role[];
  licence?: string;
  password: string;
}

/** `eservices create-user`: a person with one place. The password is read from standard input. */
export const createUser: Command = {
  name: 'create-user',
  usage:
    '--email A@B --name NAME --site KEY --roles ROLE,ROLE [--title TITLE] [--language en|fr] [--licence NUMBER] < password',
  does: 'adds a person, their place at a site and their password',
  async run(args, config, terminal) {
    const user = await readUser(args, terminal);
    const hash = await hashPassword(user.password);
    const place = await openOperator(config);
    try {
      await place.db.as({ kind: 'operator', command: 'create-user' }, tx => add(tx, user, hash));
      terminal.out(`${user.person.name} may sign in as ${user.person.email}`);
      return 0;
    } finally {
      await place.close();
    }
  },
};

async function readUser(args: readonly string[], terminal: Terminal): Promise<NewUser> {
  const given = readOptions(args, options);
  const email = normalEmail(needed(given, 'email'));
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UsageError('--email is no e-mail address');
  const name = needed(given, 'name');
  const language = given.language ?? 'en';
  if (language !== 'en' && language !== 'fr') throw new UsageError('--language is en or fr');
  const siteKey = needed(given, 'site');
  const wanted = readRoles(needed(given, 'roles'));
  const password = (await terminal.input()).replace(/\r?\n$/, '');
  const fault = passwordFault(password, [email, name]);
  if (fault) throw new UsageError(`the password on standard input is ${fault.replace('-', ' ')}`);
  return {
    person: { key: key(), name, title: given.title, email, language: language satisfies Language },
    ...{ siteKey, roles: wanted, licence: given.licence, password },
  };
}

function readRoles(text: string): Role[] {
  return text.split(',').map(part => {
    const role = roles.find(known => known === part.trim());
    if (!role) throw new UsageError(`--roles: ${part} is none of ${roles.join(', ')}`);
    return role;
  });
}

async function add(tx: Tx, user: NewUser, hash: string): Promise<void> {
  const site = await tx.sites.byKey(user.siteKey);
  if (!site) throw new UsageError(`--site: there is no site with the key ${user.siteKey}`);
  if (await tx.people.findCredential(user.person.email))
    throw new UsageError(`${user.person.email} is somebody already`);
  const person = await tx.people.createPerson(user.person);
  const { licence } = user;
  const member = await tx.people.addMember({ key: key(), person, site: site.id, roles: user.roles, licence });
  await tx.people.setCredential(person, hash);
  await tx.audit.add({ act: 'create-user', what: 'person', ids: [person, member], result: 'ok' });
}
