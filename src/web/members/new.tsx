import {
  addMember,
  type MemberProblem,
  readStaff,
  type StaffView,
  type TypedMember,
} from '../../app/people/members.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { memberBody, memberErrors, PersonFields, PlaceFields } from './fields.tsx';
import { memberKeepers } from './list.tsx';

interface NewPageProps {
  view: StaffView;
  typed: TypedMember;
  problems?: readonly MemberProblem[];
}

function NewPage({ view, typed, problems = [] }: NewPageProps) {
  const { words } = useUi();
  const w = words.members;
  const fields = { view, typed, errors: memberErrors(problems, words) };
  return (
    <Frame title={w.add} here="members">
      <header class="stack">
        <p class="s">
          <a href="/members">{w.back}</a>
        </p>
        <h1>{w.add}</h1>
      </header>
      <ErrorSummary errors={fields.errors} />
      <Form class="stack act" action="/members/new" label={w.add}>
        <PersonFields {...fields} />
        <PlaceFields {...fields} />
        <div class="acts">
          <SubmitButton look="main">{w.form.invite}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

const empty: TypedMember = {
  ...{ given: '', family: '', title: '', email: '', language: '', roles: [], unit: '', licence: '' },
  ...{ jobTitleEn: '', jobTitleFr: '', responsible: '', actsFor: [] },
};

export const routes: Route[] = [
  route({
    ...memberKeepers,
    ...{ method: 'GET', url: '/members/new' },
    async handle({ app, actor }) {
      const view = await readStaff(app, actor);
      return view ? page(<NewPage view={view} typed={empty} />) : missing();
    },
  }),
  route({
    ...memberKeepers,
    ...{ method: 'POST', url: '/members/new', body: memberBody },
    async handle({ app, actor, body }) {
      const added = await addMember(app, actor, body);
      if (!added) return missing();
      if ('key' in added) return redirect(`/members/${added.key}?done=added`);
      return page(<NewPage view={added.view} typed={body} problems={added.problems} />, { status: 422 });
    },
  }),
];
