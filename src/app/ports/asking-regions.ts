/** Regions (first letters of postal codes) whose advice groups somebody asks first. */
export interface AskingRegions {
  /** Of the clinician acted for, else one's own; not `chosen`: where the site is. Null for whoever does not work here. */
  mine(): Promise<{ regions: readonly string[]; chosen: boolean } | null>;
  /** One's own, at most three, the first first; none: where the site is. */
  keep(regions: readonly string[]): Promise<void>;
}
