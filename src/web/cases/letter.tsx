import { z } from 'zod';
import {
  makeLetter,
  type PatientWays,
  readPatientWays,
  renewLinks,
} from '../../app/patient/patient-letter.ts';
import { fullName } from '../../domain/patient/patient.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayLong } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { words as allWords } from '../../words/words.ts';
import { withPatients } from '../roles.ts';

const common = {
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params: z.strictObject({ key }),
} as const;
const url = '/requests/:key/letter';

/** A printed letter with a code for a patient without e-mail, and a new link after one was closed. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url, query: z.strictObject({ done: text(10).optional() }) },
    async handle(ask) {
      const ways = await readPatientWays(ask.app, ask.actor, ask.params.key);
      const address = new URL('/p/open', ask.app.config.baseUrl).href;
      return ways
        ? page(<LetterPage ways={ways} address={address} renewed={ask.query.done === 'link'} />)
        : missing();
    },
  }),
  route({
    ...{ ...common, method: 'POST', url },
    async handle({ app, actor, params }) {
      const ways = await readPatientWays(app, actor, params.key);
      if (!ways) return missing();
      await makeLetter(app, actor, { requestKey: params.key, language: ways.patient.language });
      return redirect(`/requests/${params.key}/letter`);
    },
  }),
  route({
    ...{ ...common, method: 'POST', url: `${url}/new-link` },
    async handle({ app, actor, params }) {
      const ways = await readPatientWays(app, actor, params.key);
      if (!ways) return missing();
      await renewLinks(app, actor, params.key);
      return redirect(`/requests/${params.key}/letter?done=link`);
    },
  }),
];

interface Props {
  ways: PatientWays;
  /** Where the code is typed. */
  address: string;
  renewed: boolean;
}

function LetterPage({ ways, address, renewed }: Props) {
  const { words } = useUi();
  const said = words.letter;
  const here = `/requests/${ways.requestKey}/letter`;
  const closed = ways.closed > 0 && !renewed;
  return (
    <Frame title={said.title}>
      <div class="stack acts">
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
        {renewed && <Note look="told">{said.renewed}</Note>}
        {closed && (
          <Note look="soon" title={said.closed(ways.closed)}>
            <p>{said.closedHint}</p>
            <Form action={`${here}/new-link`}>
              <SubmitButton>{said.renew}</SubmitButton>
            </Form>
          </Note>
        )}
        <Form action={here} class="line">
          <SubmitButton look={ways.letter ? 'plain' : 'main'}>
            {ways.letter ? said.again : said.make}
          </SubmitButton>
          {ways.letter && <span class="s dim">{said.againHint}</span>}
          <button type="button" class="btn" data-print hidden>
            {said.print}
          </button>
        </Form>
        <p>
          <a href={`/requests/${ways.requestKey}`}>{said.back}</a>
        </p>
      </div>
      {ways.letter && (
        <Letter ways={ways} code={ways.letter.code} madeAt={ways.letter.madeAt} address={address} />
      )}
    </Frame>
  );
}

type LetterProps = { ways: PatientWays; code: string; madeAt: string; address: string };

/** In the patient's language, without a word of health: an envelope is opened by whoever lives there. */
function Letter({ ways, code, madeAt, address }: LetterProps) {
  const { zone } = useUi();
  const lang = ways.patient.language;
  const said = allWords[lang].letter;
  const { street, city, province, postalCode } = ways.patient.address;
  const name = fullName(ways.patient);
  return (
    <article class="card stack" lang={lang}>
      <p class="typed">
        {[name, street, `${city} ${province}  ${postalCode}`.trim()].filter(Boolean).join('\n')}
      </p>
      <p>{dayLong(madeAt, { lang, zone })}</p>
      <h2>{said.subject(ways.reference)}</h2>
      <p>{said.hello(name)}</p>
      <p>{said.text}</p>
      <dl class="kv tight">
        <dt>{said.go}</dt>
        <dd class="code typed">{address}</dd>
        <dt>{said.code}</dt>
        <dd class="code typed">
          {code
            .toUpperCase()
            .match(/.{1,4}/g)
            ?.join(' ')}
        </dd>
      </dl>
      <p>{said.date}</p>
      <p>{said.call}</p>
      <p>
        <strong>{said.danger}</strong>
      </p>
    </article>
  );
}
