import { useUi } from './context.ts';
import type { IconName } from './drawings.ts';
import { number } from './format.ts';
import { Icon } from './icon.tsx';

export interface Folder {
  label: string;
  href: string;
  icon: IconName;
  /** Absent for folders that are not counted. A zero is shown, so that places do not move. */
  count?: number;
  current?: boolean;
  /** Overdue ones: the number is red while it is not zero. */
  hot?: boolean;
}

export interface FolderGroup {
  /** "Received referrals" */
  title: string;
  folders: readonly Folder[];
  /** Folded under "Ended". */
  ended?: { label: string; folders: readonly Folder[] };
}

/** The rail of a worklist: mine first, then one folder for every status, ended ones folded. */
export function Folders({ mine, groups }: { mine: readonly Folder[]; groups: readonly FolderGroup[] }) {
  const words = useUi().words.parts.folders;
  return (
    <nav class="folders" aria-label={words.label}>
      <FolderList folders={mine} class="top" />
      <details class="all">
        <summary>{words.all}</summary>
        {groups.map(group => (
          <Group key={group.title} group={group} />
        ))}
      </details>
    </nav>
  );
}

function Group({ group: { title, folders, ended } }: { group: FolderGroup }) {
  return (
    <>
      <h2>{title}</h2>
      <FolderList folders={folders} />
      {ended && (
        <details open={ended.folders.some(folder => folder.current)}>
          <summary>{ended.label}</summary>
          <FolderList folders={ended.folders} />
        </details>
      )}
    </>
  );
}

function FolderList({ folders, class: look }: { folders: readonly Folder[]; class?: string }) {
  const { lang } = useUi();
  return (
    <ul class={look}>
      {folders.map(({ label, href, icon, count, current, hot }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            <Icon name={icon} />
            {label}
            {count !== undefined && (
              <data value={count} class={hot && count > 0 ? 'hot' : undefined}>
                {' '}
                {number(count, lang)}
              </data>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
