import { isEnded } from '../../domain/case/machine.ts';
import type { CaseType, Side } from '../../domain/case/state.ts';
import { machines } from '../machines.ts';
import { type Folder, myFolders } from '../ports/worklists.ts';

/** Of ended cases, and of those a receiver gave back: sorted by their last change, since nothing is due. */
export function isEndedFolder(folder: Folder): boolean {
  if (folder === 'everything') return true;
  if (typeof folder === 'string') return false;
  const givenBack = ['declined', 'shortlisted', 'returned'].includes(folder.status);
  return isEnded(machines[folder.type], folder.status) || (folder.side === 'receiver' && givenBack);
}

const directions = { receiver: 'received', requester: 'sent', intake: 'intake', copy: 'copy' } as const;
/** Sides that have folders by status, in the order of the page. */
export const folderSides = ['receiver', 'requester', 'intake', 'copy'] as const;
export type FolderSide = (typeof folderSides)[number];

/** A folder as its address has it: `needs-me`, `received-referral-awaiting-reply`. */
export function folderName(folder: Folder): string {
  if (typeof folder === 'string') return folder;
  return `${directions[folder.side as FolderSide]}-${folder.type}-${folder.status}`;
}

/** The folder of that name; undefined when there is none. */
export function folderNamed(name: string): Folder | undefined {
  const mine = myFolders.find(one => one === name);
  if (mine) return mine;
  const [, direction, type, status] = /^([a-z]+)-(referral|econsult)-([a-z-]+)$/.exec(name) ?? [];
  const side: Side | undefined = folderSides.find(one => directions[one] === direction);
  if (!side || !status || !Object.hasOwn(machines[type as CaseType].statuses, status)) return undefined;
  return { side, type: type as CaseType, status };
}
