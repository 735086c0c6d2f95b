/** Columns of a list that a member may choose; when it is due, who, what, and its status always show. */
export const listColumns = [
  'party',
  'waiting',
  'assigned',
  'priority',
  'protocol',
  'language',
  'region',
] as const;
export type ListColumn = (typeof listColumns)[number];

export const usualColumns: readonly ListColumn[] = ['party', 'waiting', 'assigned'];

export interface ListSettings {
  columns: readonly ListColumn[];
  /** After a decision the next request of *Needs me now* opens. */
  opensNext: boolean;
}

/** A folder with filters under a name of one's own. */
export interface SavedView {
  key: string;
  name: string;
  /** As addresses have it. */
  folder: string;
  /** Keys and codes as addresses have them; never a name. */
  filters: Readonly<Record<string, string>>;
}

/** How the member of the transaction likes their lists. */
export interface MyLists {
  /** The usual ones when nothing was chosen yet. */
  settings(): Promise<ListSettings>;
  keepSettings(settings: ListSettings): Promise<void>;
  /** By name. */
  views(): Promise<SavedView[]>;
  /** One of the same name is replaced. False when there are 30 already. */
  keepView(view: Omit<SavedView, 'key'>): Promise<boolean>;
  removeView(key: string): Promise<boolean>;
}
