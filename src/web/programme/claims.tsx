import { z } from 'zod';
import { answerClaim, type NamedClaim, readClaim, readClaims } from '../../app/listings/claim-listing.ts';
import type { ListingProblem } from '../../app/listings/listing-fields.ts';
import { claimAnswers } from '../../app/ports/claims.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, momentLong } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

const list = '/programme/claims';

const named = ({ lang }: Ui, one: { nameEn: string; nameFr: string }) =>
  lang === 'fr' ? one.nameFr : one.nameEn;

/** Every request to keep a listing: open ones first. */
export function ClaimsPage({ claims, saved }: { claims: readonly NamedClaim[]; saved?: boolean }) {
  const ui = useUi();
  const w = ui.words.listings.answer;
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme">{ui.words.synonyms.toProgramme}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{claims.length > 0 ? w.lead : w.none}</p>
      </header>
      {saved && <Note focus>{w.saved}</Note>}
      {claims.length > 0 && (
        <table class="mini fold">
          <thead>
            <tr>
              {[w.facility, w.site, w.reason, w.asked, w.answerHead].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claims.map(one => (
              <ClaimLine key={one.key} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </Frame>
  );
}

function ClaimLine({ one }: { one: NamedClaim }) {
  const ui = useUi();
  const w = ui.words.listings.answer;
  return (
    <tr>
      <th scope="row">
        <a href={`/directory/${one.facility.key}`}>{named(ui, one.facility)}</a>
        {one.facility.city && `, ${one.facility.city}`}
      </th>
      <td>
        {named(ui, one.site)}
        <br />
        <bdi class="s dim">{one.askedByName}</bdi>
      </td>
      <td>
        <bdi>{one.reason}</bdi>
      </td>
      <td>
        <time datetime={one.askedAt}>{dayWithYear(one.askedAt, ui)}</time>
      </td>
      <td>
        {one.answer === null || one.answeredAt === null ? (
          <b>
            <a href={`${list}/${one.key}`} aria-label={`${w.answerHead}. ${w.give(named(ui, one.facility))}`}>
              {w.answerHead}
            </a>
          </b>
        ) : (
          <>
            {w.answers[one.answer]}
            <br />
            <span class="dim s">{w.by(one.answeredByName, dayWithYear(one.answeredAt, ui))}</span>
          </>
        )}
      </td>
    </tr>
  );
}

interface AnswerProps {
  claim: NamedClaim;
  typed: { answer: string; note: string };
  problems?: readonly ListingProblem[];
}

/** One request with all it says, and the answer. */
export function AnswerClaimPage({ claim, typed, problems = [] }: AnswerProps) {
  const ui = useUi();
  const { answer: w, problems: said } = ui.words.listings;
  const errors = problems.map(({ field, problem }) => ({
    ...{ field, label: field === 'note' ? w.note : w.answer, message: said[problem] },
  }));
  const facts: [string, string][] = [
    [w.facility, [named(ui, claim.facility), claim.facility.city].filter(Boolean).join(', ')],
    [w.site, named(ui, claim.site)],
    [w.reason, claim.reason],
    [w.contact, [claim.contactName, claim.contactPhone, claim.email].join(', ')],
    [w.asked, `${claim.askedByName}, ${dayWithYear(claim.askedAt, ui)}`],
  ];
  return (
    <Frame title={w.form} here="worklist">
      <header class="stack">
        <p class="s">
          <a href={list}>{w.title}</a>
        </p>
        <h1>{w.form}</h1>
      </header>
      <ErrorSummary errors={errors} />
      {claim.answer !== null && claim.answeredAt !== null && (
        <Note look="soon" focus>
          <p>
            {w.answers[claim.answer]}. {w.before(claim.answeredByName, momentLong(claim.answeredAt, ui))}
          </p>
          {claim.note && <bdi>{claim.note}</bdi>}
        </Note>
      )}
      <dl class="kv card">
        {facts.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </>
        ))}
      </dl>
      {claim.answer === null && (
        <Form class="stack act" action={`${list}/${claim.key}`} label={w.form}>
          <Radios
            name="answer"
            label={w.answer}
            value={typed.answer}
            choices={claimAnswers.map(value => ({ value, label: w.choices[value] }))}
            error={errorOf(errors, 'answer')}
            required
          />
          <TextArea
            name="note"
            label={w.note}
            hint={w.noteHint}
            value={typed.note}
            error={errorOf(errors, 'note')}
          />
          <div class="acts">
            <SubmitButton look="main">{w.save}</SubmitButton>
          </div>
        </Form>
      )}
    </Frame>
  );
}

const steward = { enter: ['person'], roles: ['steward'], phi: false } as const;
const params = z.strictObject({ key });

/** Requests to keep a listing, for stewards of the programme. */
export const routes: Route[] = [
  route({
    ...steward,
    ...{ method: 'GET', url: list },
    query: z.strictObject({ done: z.literal('saved').optional() }),
    async handle({ app, actor, query }) {
      const claims = await readClaims(app, actor);
      return claims ? page(<ClaimsPage claims={claims} saved={query.done === 'saved'} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${list}/:key`, params },
    async handle({ app, actor, params: at }) {
      const claim = await readClaim(app, actor, at.key);
      return claim ? page(<AnswerClaimPage claim={claim} typed={{ answer: '', note: '' }} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: `${list}/:key`, params },
    body: z.strictObject({ answer: text(20), note: text() }),
    async handle({ app, actor, params: at, body }) {
      const outcome = await answerClaim(app, actor, { ...at, ...body });
      if (!outcome) return missing();
      if (outcome.ok) return redirect(`${list}?done=saved`);
      if ('answered' in outcome)
        return page(<AnswerClaimPage claim={outcome.answered} typed={body} />, { status: 409 });
      const claim = await readClaim(app, actor, at.key);
      if (!claim) return missing();
      return page(<AnswerClaimPage claim={claim} typed={body} problems={outcome.problems} />, {
        status: 422,
      });
    },
  }),
];
