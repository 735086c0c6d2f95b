import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { readAskingRegions } from '../../app/directory/asking-regions.ts';
import { openingsWished } from '../../app/directory/opening-wishes.ts';
import {
  changePassword,
  type PasswordOutcome,
  signOutEverywhere,
  switchPlace,
} from '../../app/people/accounts.ts';
import { type DelegatesView, readDelegates } from '../../app/people/delegates.ts';
import type { KnownService } from '../../app/ports/favourites.ts';
import { key, secret } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { withPatients } from '../roles.ts';
import { Delegates } from './delegates.tsx';
import { Openings } from './openings.tsx';
import { passwordFaultWords } from './password-faults.ts';
import { AskingRegionsCard } from './regions.tsx';

interface AccountPageProps {
  email: string;
  errors?: readonly FieldError[];
  changed?: boolean;
  /** Who may act for this person; absent for those who work in nobody's name. */
  delegates?: DelegatesView | null;
  given?: boolean;
  /** The regions asked first were saved. */
  placed?: boolean;
  asked?: { regions: readonly string[]; chosen: boolean } | null;
  /** Services this person waits for. */
  openings?: readonly KnownService[];
}

const asksAdvice = ['clinician', 'resident', 'nurse'];

/** One's own account: places to work, password, sessions, language. */
export function AccountPage(props: AccountPageProps) {
  const { email, errors = [], changed, delegates, given, placed, openings = [] } = props;
  const { words, person } = useUi();
  const account = words.signIn.account;
  const roles = person?.memberships.find(one => one.current)?.roles;
  return (
    <Frame title={account.title}>
      <h1>{account.title}</h1>
      {changed && <Note focus>{account.changed}</Note>}
      {given && <Note focus>{words.members.delegates.saved}</Note>}
      {placed && <Note focus>{words.askingRegions.saved}</Note>}
      <ErrorSummary errors={errors} />
      <div class="cols two">
        <section class="card stack" aria-labelledby="who">
          <h2 id="who">{account.name}</h2>
          <p class="b">{person?.name}</p>
          <p>{email}</p>
          <Places />
          <p>
            <a href="/account/notices">{words.choices.link}</a>
          </p>
          {roles?.some(role => (withPatients as readonly string[]).includes(role)) && (
            <ul class="plain stack">
              <li>
                <a href="/learning">{words.learning.title}</a>
              </li>
              <li>
                <a href="/library/mine">{words.answered.credits.title}</a>
              </li>
            </ul>
          )}
          {roles?.some(role => role === 'clinician' || role === 'resident') && (
            <p>
              <a href="/quality">{words.quality.link}</a>
            </p>
          )}
          {roles?.includes('clinician') && (
            <p>
              <a href="/account/advice">{words.groups.mine}</a>
            </p>
          )}
          {roles?.some(role => role === 'clinician' || role === 'lead') && (
            <p>
              <a href="/pay">{words.pay.title}</a>
            </p>
          )}
        </section>
        <section class="card stack" aria-labelledby="password">
          <h2 id="password">{account.passwordTitle}</h2>
          <PasswordForm email={email} errors={errors} />
        </section>
        {delegates && <Delegates view={delegates} />}
        {roles?.some(role => asksAdvice.includes(role)) && <AskingRegionsCard asked={props.asked ?? null} />}
        <Openings services={openings} />
        <section class="card stack" aria-labelledby="sessions">
          <h2 id="sessions">{account.sessionsTitle}</h2>
          <p>{account.sessionsText}</p>
          <Form action="/sign-out/everywhere">
            <SubmitButton>{account.everywhere}</SubmitButton>
          </Form>
        </section>
        <section class="card stack" aria-labelledby="language">
          <h2 id="language">{account.languageTitle}</h2>
          <p>{account.languageText}</p>
          <p class="line">
            <a href="/language/en?back=/account" lang="en">
              English
            </a>
            <a href="/language/fr?back=/account" lang="fr">
              Français
            </a>
          </p>
        </section>
      </div>
    </Frame>
  );
}

function Places() {
  const { words, person } = useUi();
  const account = words.signIn.account;
  return (
    <>
      <h3>{account.places}</h3>
      <ul class="plain stack">
        {person?.memberships.map(place => (
          <li key={`${place.key} ${place.actingForKey}`} class="line">
            <span>
              {place.siteName}
              {place.actingFor && `, ${account.actingFor(place.actingFor)}`}
            </span>
            {place.current ? (
              <strong>{account.here}</strong>
            ) : (
              <Form action="/switch">
                <input type="hidden" name="member" value={place.key} />
                {place.actingForKey && <input type="hidden" name="actingFor" value={place.actingForKey} />}
                <SubmitButton>{account.switchTo}</SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function PasswordForm({ email, errors }: { email: string; errors: readonly FieldError[] }) {
  const { words } = useUi();
  const account = words.signIn.account;
  return (
    <Form action="/account/password" class="stack" labelledBy="password">
      {/* Tells a password manager whose password this is; it has no name, so it is not sent. */}
      <input type="email" autocomplete="username" value={email} hidden readOnly />
      <TextField
        name="oldPassword"
        type="password"
        label={account.oldPassword}
        autocomplete="current-password"
        error={errorOf(errors, 'oldPassword')}
      />
      <TextField
        name="newPassword"
        type="password"
        label={account.newPassword}
        hint={account.newPasswordHint}
        autocomplete="new-password"
        error={errorOf(errors, 'newPassword')}
      />
      <SubmitButton look="main">{account.change}</SubmitButton>
    </Form>
  );
}

/** The routes below let persons in only. */
function me(ask: Ask<unknown, unknown, unknown>): PersonActor {
  if (ask.actor.kind !== 'person') throw new TypeError('the guard let somebody else in');
  return ask.actor;
}

function refused(refusal: Extract<PasswordOutcome, { ok: false }>['refusal'], ask: Ask): FieldError {
  const { account, tooMany } = ask.words.signIn;
  if (refusal === 'too-short' || refusal === 'too-long' || refusal === 'too-plain')
    return { field: 'newPassword', message: passwordFaultWords(refusal, ask.words) };
  const messages = {
    'wrong-old': account.wrongOld,
    'too-many': tooMany(15),
    same: account.same,
  };
  const field = refusal === 'wrong-old' || refusal === 'too-many' ? 'oldPassword' : 'newPassword';
  return { field, message: messages[refusal] };
}

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/account',
    enter: ['person'],
    phi: false,
    query: z.strictObject({
      changed: z.literal('1').optional(),
      given: z.literal('1').optional(),
      regions: z.literal('1').optional(),
    }),
    async handle(ask) {
      const delegates = await readDelegates(ask.app, ask.actor);
      const { changed, given, regions } = ask.query;
      const said = { changed: changed === '1', given: given === '1', placed: regions === '1' };
      const asked = await readAskingRegions(ask.app, ask.actor);
      const openings = await openingsWished(ask.app, ask.actor);
      return page(<AccountPage email={ask.email ?? ''} {...{ delegates, openings, asked }} {...said} />);
    },
  }),
  route({
    method: 'POST',
    url: '/account/password',
    enter: ['person'],
    phi: false,
    limit: 'sign-in',
    body: z.strictObject({ oldPassword: secret(1_000), newPassword: secret(1_000) }),
    async handle(ask) {
      const { oldPassword, newPassword } = ask.body;
      const own = { name: ask.ui.person?.name ?? '', email: ask.email ?? '', ip: ask.ip };
      const outcome = await changePassword(ask.app, me(ask), { old: oldPassword, new: newPassword, ...own });
      if (outcome.ok) return redirect('/account?changed=1', { session: outcome.token });
      const errors = [refused(outcome.refusal, ask)];
      const status = outcome.refusal === 'too-many' ? 429 : 422;
      const delegates = await readDelegates(ask.app, ask.actor);
      return page(<AccountPage email={own.email} errors={errors} delegates={delegates} />, { status });
    },
  }),
  route({
    method: 'POST',
    url: '/switch',
    enter: ['person'],
    phi: false,
    body: z.strictObject({ member: key, actingFor: key.optional() }),
    async handle(ask) {
      const place = { token: ask.session ?? '', member: ask.body.member, actingFor: ask.body.actingFor };
      const token = await switchPlace(ask.app, me(ask), place);
      return token === null ? missing() : redirect('/worklist', { session: token });
    },
  }),
  route({
    method: 'POST',
    url: '/sign-out/everywhere',
    enter: ['person'],
    phi: false,
    async handle(ask) {
      await signOutEverywhere(ask.app, me(ask));
      return redirect('/sign-in', { session: null });
    },
  }),
];
