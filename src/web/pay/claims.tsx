import { z } from 'zod';
import { isWaiting, type MonthLine } from '../../app/econsult/pay.ts';
import { readClaim, stepOn } from '../../app/econsult/payer-answers.ts';
import { claimName } from '../../domain/pay/payer-answer.ts';
import { paySteps } from '../../domain/pay/standing.ts';
import { text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, monthShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { money, standingInWords, sumNames } from './pay-words.ts';
import { payKeepers } from './reconcile.tsx';

const common = { enter: ['person'], roles: payKeepers, phi: true } as const;
const params = z.strictObject({ claim: z.string().regex(/^C[0-9A-F]{12}(-[1-9]\d?)?$/) });
const came = z.enum([...paySteps, 'late']);
type Line = NonNullable<Awaited<ReturnType<typeof readClaim>>>;

/** One claim that the payer did not pay as claimed, and what is done about it. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url: '/pay/claims/:claim' },
    ...{ params, query: z.strictObject({ came: came.optional() }) },
    async handle({ app, actor, params, query }) {
      const line = await readClaim(app, actor, params.claim);
      return line ? page(<ClaimPage line={line} came={query.came} />) : missing();
    },
  }),
  route({
    ...{ ...common, method: 'POST', url: '/pay/claims/:claim', params },
    body: z.strictObject({ what: text(20), why: text(300) }),
    async handle({ app, actor, params, body, words }) {
      const w = words.pay.step;
      const what = paySteps.find(one => one === body.what);
      const errors: FieldError[] = [];
      if (!what) errors.push({ field: 'what', label: w.what, message: w.choose });
      if (body.why === '') errors.push({ field: 'why', label: w.why, message: w.missing });
      if (!what || errors.length > 0) {
        const line = await readClaim(app, actor, params.claim);
        return line
          ? page(<ClaimPage line={line} typed={body} errors={errors} />, { status: 422 })
          : missing();
      }
      const done = await stepOn(app, actor, { reference: params.claim, what, why: body.why });
      if (done === null) return missing();
      return redirect(`/pay/claims/${params.claim}?came=${done ? what : 'late'}`);
    },
  }),
];

interface ClaimPageProps {
  line: Line;
  came?: z.infer<typeof came>;
  typed?: { what: string; why: string };
  errors?: readonly FieldError[];
}

function ClaimPage({ line, came: was, typed, errors = [] }: ClaimPageProps) {
  const ui = useUi();
  const w = ui.words.pay.step;
  const { sent } = line;
  const title = w.title(claimName(sent.claim, sent.standing.attempt));
  return (
    <Frame title={title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href={`/pay/reconcile?month=${sent.month.slice(0, 7)}`}>{ui.words.pay.answer.back}</a>
        </p>
        <h1>{title}</h1>
      </header>
      <ErrorSummary errors={errors} />
      {was && <Note focus>{was === 'late' ? w.late : w.done[was]}</Note>}
      <Facts line={line} />
      {isWaiting(sent) && !sent.settled ? (
        <Form class="stack act" label={w.what}>
          <Radios
            {...{ name: 'what', label: w.what, required: true, value: typed?.what }}
            choices={paySteps.map(value => ({ value, label: w.choices[value], hint: w.hints[value] }))}
            error={errorOf(errors, 'what')}
          />
          <TextArea
            {...{ name: 'why', label: w.why, hint: w.whyHint, maxLength: 300, value: typed?.why }}
            error={errorOf(errors, 'why')}
            required
          />
          <div class="acts">
            <SubmitButton look="main">{w.save}</SubmitButton>
          </div>
        </Form>
      ) : (
        !was && <p>{w.none}</p>
      )}
    </Frame>
  );
}

function Facts({ line }: { line: MonthLine & Line }) {
  const ui = useUi();
  const { pay: w } = ui.words;
  const { standing, month } = line.sent;
  const facts: [string, string][] = [
    [w.heads.person, line.name],
    [w.heads.reference, line.reference],
    [w.waiting.open, monthShort(month, ui)],
    [w.heads.day, dayWithYear(line.day, ui)],
    [w.heads.code, line.code ?? '–'],
    ...sumNames
      .filter(name => name === 'claimed' || standing[name] !== 0)
      .map((name): [string, string] => [w.sums[name], money(standing[name], ui)]),
    [w.state, standingInWords(line, ui)],
  ];
  return (
    <table class="mini">
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <bdi>{value}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
