import type { OpenedForm } from '../../app/forms/form-library.ts';
import { itemOf } from '../../domain/forms/edit.ts';
import { inLang } from '../../domain/forms/items.ts';
import { useUi } from '../../ui/context.ts';
import { Note } from '../../ui/note.tsx';

/** Everything that keeps a draft from being published, each leading to where it is mended. */
export function Faults({ opened: { form, draft, faults } }: { opened: OpenedForm }) {
  const { words, lang } = useUi();
  const w = words.library;
  const named = (linkId: string) => {
    const one = draft && itemOf(draft.questionnaire, linkId);
    return (one && inLang(one.text, one._text, lang)) || w.untitled;
  };
  return (
    <Note look="soon">
      <p class="b">{w.faultsTitle}</p>
      <ul>
        {faults.map(({ linkId, code, detail = '' }) => (
          <li key={`${linkId} ${code} ${detail}`}>
            {linkId !== '' && (
              <>
                <a href={`/forms/${form.key}/items/${linkId}`}>{named(linkId)}</a>
                {words.fields.about('', '')}
              </>
            )}
            {w.faults[code]!(detail)}
          </li>
        ))}
      </ul>
    </Note>
  );
}
