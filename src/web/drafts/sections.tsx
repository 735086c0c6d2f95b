import type { Reading } from '../../domain/forms/check.ts';
import { allItems, inLang } from '../../domain/forms/items.ts';
import type { Item } from '../../domain/forms/questionnaire.ts';
import { useUi } from '../../ui/context.ts';
import { momentShort } from '../../ui/format.ts';
import { sectionId } from '../../ui/questionnaire.tsx';
import { type Look, Tag } from '../../ui/tag.tsx';
import type { DraftPageProps } from './draft-page.tsx';

/** The sections beside the form, each with whether it is complete; swapped when the form is kept. */
export function Sections({ filled, reading }: Pick<DraftPageProps, 'filled' | 'reading'>) {
  const ui = useUi();
  const { drafts, forms } = ui.words;
  const { form, draft } = filled;
  const asked = new Set(reading.asked.map(one => one.linkId));
  return (
    <nav class="stick s stack" aria-label={forms.sections} id="sections">
      <ul class="plain stack">
        <SectionLink href="#about" state={needed(draft.title !== '')} text={drafts.heading} />
        {form.item
          .filter(one => asked.has(one.linkId))
          .map(one => (
            <SectionLink
              key={one.linkId}
              href={`#${sectionId(one)}`}
              state={stateOf(one, reading)}
              text={inLang(one.text, one._text, ui.lang)}
            />
          ))}
        <SectionLink
          href="#files"
          state={draft.attachments.length > 0 ? 'complete' : 'optional'}
          text={drafts.files}
        />
        <SectionLink
          href="#consent"
          state={needed(draft.kind === 'econsult' ? draft.adviceConsent !== '' : draft.mayContact === 'yes')}
          text={drafts.consent}
        />
      </ul>
      <p class="xs dim">{drafts.saved(momentShort(draft.savedAt, ui))}</p>
      <Answered filled={filled} />
    </nav>
  );
}

/** What was answered before and may settle it; it changes as one types. The draft stays where it is. */
function Answered({ filled: { draft, answered: found } }: Pick<DraftPageProps, 'filled'>) {
  const { answered: w, ask } = useUi().words;
  if (draft.kind !== 'econsult' || found.total === 0) return null;
  return (
    <section class="stack" aria-label={w.besides}>
      <h2 class="s">{ask.answeredTimes(found.total)}</h2>
      <ul class="plain stack">
        {found.entries.map(one => (
          <li key={one.key}>
            <a href={`/library/${one.key}`} lang={one.language}>
              {one.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a section has: all it needs, too little, or nothing and needs nothing. */
type SectionState = 'complete' | 'incomplete' | 'optional';

const looks: Record<SectionState, Look> = {
  complete: { role: 'ok', icon: 'check' },
  incomplete: { role: 'back', icon: 'alert' },
  optional: { role: 'none', icon: 'dot' },
};

const needed = (given: boolean): SectionState => (given ? 'complete' : 'incomplete');

function SectionLink({ href, state, text }: { href: string; state: SectionState; text: string }) {
  const { forms } = useUi().words;
  return (
    <li class="line nowrap">
      <Tag {...looks[state]} label={<span class="sr">{forms[state]}</span>} />
      <a href={href}>{text}</a>
    </li>
  );
}

function stateOf(section: Item, { problems, answers }: Reading): SectionState {
  const inside = allItems([section]).map(one => one.linkId);
  if (problems.some(one => inside.includes(one.linkId))) return 'incomplete';
  return inside.some(linkId => Object.hasOwn(answers, linkId)) ? 'complete' : 'optional';
}
