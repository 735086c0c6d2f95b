import type { DraftLine } from '../../app/ports/drafts.ts';
import type { FolderNumbers } from '../../app/worklist/worklists.ts';
import { useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { FoldTable } from '../../ui/fold-table.tsx';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Rail } from './rail.tsx';

/** What was begun and is not sent yet, the last saved first. */
export function DraftsPage({ lines, numbers }: { lines: readonly DraftLine[]; numbers: FolderNumbers }) {
  const { words } = useUi();
  const { worklist } = words;
  return (
    <Frame title={worklist.folders.drafts} here="worklist" rail={<Rail numbers={numbers} current="drafts" />}>
      <h1>{worklist.folders.drafts}</h1>
      {lines.length === 0 ? (
        <Empty href="/ask" link={worklist.empty.ask}>
          {worklist.empty.drafts}
        </Empty>
      ) : (
        <Lines lines={lines} />
      )}
    </Frame>
  );
}

function Lines({ lines }: { lines: readonly DraftLine[] }) {
  const { drafts } = useUi().words.worklist;
  return (
    <FoldTable heads={[drafts.what, drafts.patient, drafts.kind, drafts.saved]}>
      {lines.map(line => (
        <Line key={line.key} line={line} />
      ))}
    </FoldTable>
  );
}

function Line({ line }: { line: DraftLine }) {
  const ui = useUi();
  const { drafts } = ui.words.worklist;
  return (
    <tr>
      <th scope="row">
        <a href={`/drafts/${line.key}`}>
          <bdi>{line.title || drafts.noTitle}</bdi>
        </a>
        {line.sign && (
          <>
            <br />
            <span class="s">{ui.words.drafts.toSign.lines[line.sign]}</span>
          </>
        )}
      </th>
      <td>
        {line.patientName ? <bdi>{line.patientName}</bdi> : <span class="dim">{drafts.noPatient}</span>}
      </td>
      <td>{drafts.kinds[line.kind]}</td>
      <td>
        <time datetime={line.savedAt}>{momentShort(line.savedAt, ui)}</time>
      </td>
    </tr>
  );
}
