import type { CaseStory } from '../../app/read-request.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear, momentShort } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { statusLook } from '../../ui/status-look.ts';
import { Tag } from '../../ui/tag.tsx';
import { memberName } from '../cases/names.ts';
import { statusLabel } from '../worklist/status-label.ts';
import type { Telling } from './telling.ts';

const said = (value: unknown) => (typeof value === 'string' ? value : '');

/** Calls and letters that were tried, the latest first, over all cases of the request, and the way to write down another. */
export function Contacts({ telling, present }: { telling: Telling; present: CaseStory }) {
  const ui = useUi();
  const { story, case: codes } = ui.words;
  const tried = telling.request.cases
    .flatMap(one => one.events)
    .filter(({ type, body }) => type === 'contact-logged' && typeof body === 'object')
    .map(
      ({ by, body, at }) =>
        ({ by, at, ...(body as Record<string, unknown>) }) as Record<string, unknown> & { by: typeof by },
    )
    .sort((a, b) => (said(a.when) < said(b.when) ? 1 : -1));
  const may = present.may.some(({ verbs }) => verbs.includes('log-contact'));
  if (tried.length === 0 && !may) return null;
  const ways: Record<string, string> = codes.contactWays;
  const outcomes: Record<string, string> = codes.contactOutcomes;
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{story.contacts}</h2>
      {tried.length > 0 && (
        <ul class="plain rows s">
          {tried.map((one, i) => (
            <li key={i}>
              <time datetime={said(one.when)}>{momentShort(said(one.when), ui)}</time>{' '}
              <span class="b">{outcomes[said(one.outcome)] ?? said(one.outcome)}</span>
              <br />
              <span class="dim">
                {ways[said(one.how)] ?? said(one.how)}
                {memberName(telling, one.by.member) && `, ${memberName(telling, one.by.member)}`}
              </span>
              {said(one.comment) && (
                <>
                  <br />
                  <bdi class="typed">{said(one.comment)}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <p class="s">
          <a href={`/${present.type}s/${present.key}/log-contact`}>
            <Icon name="phone" /> {story.logContact}
          </a>
        </p>
      )}
    </section>
  );
}

/** What this site has, or had, of the same patient. */
export function Earlier({ telling }: { telling: Pick<Telling, 'earlier'> }) {
  const ui = useUi();
  const { story, case: codes } = ui.words;
  const { earlier = [] } = telling;
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{story.earlier}</h2>
      <ul class="plain rows s">
        {earlier.map(one => (
          <li key={one.key}>
            <a href={`/requests/${one.key}`}>
              <bdi>{one.title || one.reference}</bdi>
            </a>
            <br />
            <span class="dim">
              {one.service?.[ui.lang] ?? codes.types[one.type]}, {dayWithYear(one.since, ui)}
            </span>{' '}
            <Tag {...statusLook(one.type, one.status)} label={statusLabel(ui.words, one)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
