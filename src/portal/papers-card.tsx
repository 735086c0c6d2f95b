import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { mayDo } from './story-parts.ts';

/** Files of the request that the patient may open, and the way to add one. */
export function PapersCard({ page: { story, current }, page: found }: { page: PatientPage }) {
  const said = useUi().words.patientPage.papers;
  const files = story.cases.flatMap(one => one.attachments);
  if (files.length === 0 && !mayDo(found, 'attach')) return null;
  return (
    <section class="stack" aria-labelledby="files">
      <h2 id="files">{said.listed}</h2>
      {files.length > 0 && (
        <ul class="plain rows">
          {files.map(({ key, name }) => (
            <li key={key}>
              <a href={`/attachments/${key}`} class="typed">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {current.state.hold && mayDo(found, 'attach') && (
        <p>
          <a href="/p/attach">{said.link}</a>
        </p>
      )}
    </section>
  );
}
