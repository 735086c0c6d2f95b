import type { Service } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { Note } from '../../ui/note.tsx';

/** The route that was chosen before the problem and the patient, in the directory or in this draft. */
export function ChosenRoute({ service, draft }: { service: Service; draft: boolean }) {
  const { lang, words } = useUi();
  const { ask } = words;
  return (
    <section class="card stack" aria-labelledby="chosen">
      {!draft && <input type="hidden" name="chosen" value={service.key} />}
      <h2 id="chosen">{ask.chosen}</h2>
      <p>
        <a class="b" href={`/directory/${service.key}`}>
          {service.name[lang]}
        </a>
        <br />
        <span class="s dim">
          {service.kind === 'econsult' ? ask.advice : ask.visit}
          {' · '}
          {[service.siteName[lang], service.city].filter(Boolean).join(', ')}
        </span>
      </p>
      {!service.accepting && <Note look="soon">{ask.notAccepting}</Note>}
      {!draft && (
        <p class="s">
          <a href="/ask">{ask.withoutChoice}</a>
        </p>
      )}
    </section>
  );
}
