import { type Province, provinces } from './health-card.ts';

/** Where a patient gets letters. All may be empty: some people have no address. */
export interface Address {
  street: string;
  city: string;
  /** Empty outside Canada. */
  province: Province | '';
  /** `N2L 3G1` in Canada; as written elsewhere. */
  postalCode: string;
  /** ISO 3166, two letters. */
  country: string;
}

export type PostalCodeProblem = 'postal-code';

/** No D, F, I, O, Q or U anywhere, and no W or Z in front (Canada Post). */
const canadian = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/;

/** `n2l3g1`, `N2L-3G1` -> `N2L 3G1`; undefined when it is no Canadian postal code. */
export function canadianPostalCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return canadian.test(code) ? `${code.slice(0, 3)} ${code.slice(3)}` : undefined;
}

/** The province whose letter starts the code, as a guess for an empty field; '' for the North's shared X. */
export function provinceOfPostalCode(code: string): Province | '' {
  const first: Record<string, Province> = {
    A: 'NL',
    B: 'NS',
    C: 'PE',
    E: 'NB',
    G: 'QC',
    H: 'QC',
    J: 'QC',
    K: 'ON',
    L: 'ON',
    M: 'ON',
    N: 'ON',
    P: 'ON',
    R: 'MB',
    S: 'SK',
    T: 'AB',
    V: 'BC',
    Y: 'YT',
  };
  return first[code.charAt(0).toUpperCase()] ?? '';
}

/** True for a province's abbreviation. */
export function isProvince(text: string): text is Province {
  return (provinces as readonly string[]).includes(text);
}
