import type { FilledDraft } from '../../app/drafts/fill-draft.ts';
import type { Service } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { MethodLink } from '../../ui/wait-sentence.tsx';

/** On top of the form: the services among which the patient chooses, with what helps to compare them. */
export function Options({ draft, options }: Pick<FilledDraft, 'draft' | 'options'>) {
  const { drafts } = useUi().words;
  return (
    <header class="stack">
      <p class="s">
        <a href={`/drafts/${draft.key}/options`}>{drafts.choice.change}</a>
      </p>
      <h1>{drafts.choice.title}</h1>
      <p>{drafts.choice.among(options.length)}</p>
      <ul class="plain stack">
        {options.map(service => (
          <li key={service.key}>
            <Option service={service} />
          </li>
        ))}
      </ul>
      <p class="s dim">
        <MethodLink />
      </p>
    </header>
  );
}

/** Of fewer people a wait says too little, and too much about each of them. */
const enough = 6;

function Option({ service }: { service: Service }) {
  const { lang, words } = useUi();
  const { ask, directory, referralActs } = words;
  const { usual, accepting } = service;
  const site = service.siteName[lang];
  const place = [site === service.name[lang] ? '' : site, service.city].filter(Boolean).join(', ');
  const wait = usual && usual.people >= enough ? directory.span(usual.median) : ask.waitUnknown;
  return (
    <>
      <a class="b" href={`/directory/${service.key}`}>
        {service.name[lang]}
      </a>
      <br />
      <span class="s dim">
        {[place, words.fields.about(ask.usualWait, wait), !accepting && referralActs.services.closed]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
