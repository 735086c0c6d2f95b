/** A fax that lies in the tray. */
export interface TrayFax {
  /** Names it for `taken`. */
  id: string;
  /** Key or fax number of the site it came to. */
  to: string;
  name: string;
  bytes: Uint8Array;
}

/** Where a fax server lays what came. */
export interface FaxTray {
  /** A few of those that are whole, oldest first. */
  waiting(): Promise<TrayFax[]>;
  /** It is kept now; it leaves the tray but is not thrown away. `why` is given for one that could not be kept. */
  taken(id: string, why?: 'no-such-site' | 'no-such-kind'): Promise<void>;
}
