/** What a page says of a site. */
export interface Site {
  id: number;
  key: string;
  nameEn: string;
  nameFr: string;
  kind: 'practice' | 'clinic' | 'hospital' | 'group' | 'central-intake' | 'programme' | 'facility';
  address: string | null;
  city: string | null;
  province: string | null;
  postalCode: string | null;
  phone: string | null;
  fax: string | null;
  /** IANA name; deadlines of this site fall in it. */
  zone: string;
  /** False: nobody of it works here, so the other side's clerk keeps its promises. */
  onNetwork: boolean;
  suspended: boolean;
}

export interface Unit {
  id: number;
  key: string;
  site: number;
  nameEn: string;
  nameFr: string;
}

/** Sites and their units are public, as the directory is. */
export interface Sites {
  byIds(ids: readonly number[]): Promise<Site[]>;
  byKey(key: string): Promise<Site | null>;
  /** The programme's own site, which late cases climb to; null before there is one. */
  programme(): Promise<Site | null>;
  /** Live units, by name. */
  unitsOf(site: number): Promise<Unit[]>;
}
