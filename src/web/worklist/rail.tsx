import { machines } from '../../app/machines.ts';
import type { SavedView } from '../../app/ports/my-lists.ts';
import { myFolders } from '../../app/ports/worklists.ts';
import { type FolderSide, folderName, folderSides } from '../../app/worklist/worklist-folders.ts';
import type { FolderNumbers } from '../../app/worklist/worklists.ts';
import type { CaseType } from '../../domain/case/state.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import type { IconName } from '../../ui/drawings.ts';
import { type Folder, type FolderGroup, Folders } from '../../ui/folders.tsx';
import { number } from '../../ui/format.ts';
import { statusLook } from '../../ui/status-look.ts';
import { statusLabel } from './status-label.ts';
import { viewUrl } from './views.tsx';

const icons: Record<(typeof myFolders)[number], IconName> = {
  'needs-me': 'task',
  overdue: 'alert',
  'for-me': 'user',
  'not-assigned': 'ring',
  'waits-on-others': 'clock',
  'letters-owed': 'clip',
};

/** The folders beside every list: five of mine, then each status by direction and type. */
export function Rail({
  numbers,
  current,
}: {
  numbers: FolderNumbers & { views?: readonly SavedView[] };
  current: string;
}) {
  const ui = useUi();
  const { folders } = ui.words.worklist;
  // Few owe a letter: the folder comes with the first one.
  const shown = myFolders.filter(
    name => name !== 'letters-owed' || name === current || numbers.counts.mine[name] > 0,
  );
  const mine = shown.map(
    (name): Folder => ({
      ...{ label: folders[name], href: `/worklist/${name}`, icon: icons[name] },
      ...{ count: numbers.counts.mine[name], hot: name === 'overdue', current: current === name },
    }),
  );
  const drafts = unsent(ui, numbers, current);
  const publish: Folder = {
    ...{ label: folders.toPublish, href: '/library/waiting', icon: 'say' as const, count: numbers.toPublish },
  };
  const faxes: Folder = { label: ui.words.faxes.title, href: '/faxes', icon: 'file', count: numbers.faxes };
  const claim: Folder = { label: ui.words.outside.claim.title, href: '/claim', icon: 'key' };
  const { mine: own } = ui.words.worklist;
  const views = (numbers.views ?? []).map(
    (view): Folder => ({ label: view.name, href: viewUrl(view), icon: 'search' }),
  );
  const setUp: Folder = { label: own.setUp, href: '/worklist/settings', icon: 'edit' };
  return (
    <Folders
      mine={[...mine, ...drafts, faxes, claim, ...(numbers.toPublish > 0 ? [publish] : [])]}
      groups={[{ title: own.views, folders: [...views, setUp] }, ...groupsOf(ui, numbers, current)]}
    />
  );
}

/** Drafts; before them, while there are any, those that wait for one's signature. */
function unsent(ui: Ui, numbers: FolderNumbers, current: string): Folder[] {
  const { folders } = ui.words.worklist;
  const href = '/worklist/drafts';
  const sign = { label: folders.toSign, href, icon: 'edit', count: numbers.toSign, hot: true } as const;
  const drafts = { label: folders.drafts, href, icon: 'edit', count: numbers.drafts } as const;
  return [...(numbers.toSign > 0 ? [sign] : []), { ...drafts, current: current === 'drafts' }];
}

/** A direction that a site never had is left out; one that it had stays, with its zeros. A new site sees all four. */
function groupsOf(ui: Ui, numbers: FolderNumbers, current: string): FolderGroup[] {
  const all = folderSides.flatMap(side => (['referral', 'econsult'] as const).map(type => ({ side, type })));
  const had = all.filter(one => everHad(one, numbers));
  const shown = had.length > 0 ? had : all.slice(0, 4);
  return shown.map(one => groupOf(ui, { ...one, numbers, current }));
}

interface Direction {
  side: FolderSide;
  type: CaseType;
}

function everHad({ side, type }: Direction, { counts, ended }: FolderNumbers): boolean {
  return [...counts.open, ...ended].some(one => one.side === side && one.type === type && one.count > 0);
}

function groupOf(ui: Ui, group: Direction & { numbers: FolderNumbers; current: string }): FolderGroup {
  const { side, type, numbers, current } = group;
  const { words, lang } = ui;
  const here = (one: Direction | { side: string; type: string }) => one.side === side && one.type === type;
  const past = numbers.ended.filter(here);
  const folder = (status: string, count: number): Folder => {
    const name = folderName({ side, type, status });
    return {
      ...{ label: statusLabel(words, { type, status, side }), href: `/worklist/${name}` },
      ...{ icon: statusLook(type, status).icon, count, current: current === name },
    };
  };
  const open = Object.keys(machines[type].statuses)
    .filter(status => !past.some(one => one.status === status))
    .map(status => {
      const counted = numbers.counts.open.find(one => here(one) && one.status === status);
      return folder(status, counted?.count ?? 0);
    });
  const sum = number(
    past.reduce((total, one) => total + one.count, 0),
    lang,
  );
  const more = past.some(one => one.more);
  return {
    title: words.worklist.groups[side][type],
    folders: open,
    ended: {
      label: words.worklist.ended(more ? words.worklist.moreThan(sum) : sum),
      folders: past.map(one => folder(one.status, one.count)),
    },
  };
}
