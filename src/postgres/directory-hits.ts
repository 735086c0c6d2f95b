import type { Hit } from '../app/ports/directory.ts';
import { StemText } from '../domain/directory/stem-text.ts';

/** Entries as the function `directory_hits_packed` packs them (migration 0261), in its order; null is none. */
export function hitsIn(packed: string | null): Hit[] {
  return packed === null ? [] : packed.split('\x1e').map(hitIn);
}

const none: readonly string[] = [];

function listIn(text: string): readonly string[] {
  return text === '' ? none : text.split(' ');
}

function numberIn(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** Without any spreading, which takes longer than all else here. */
function hitIn(packed: string): Hit {
  const parts = packed.split('\x1f');
  const [latitude, longitude] = [numberIn(parts[8]!), numberIn(parts[9]!)];
  return {
    id: Number(parts[0]),
    key: parts[1]!,
    kind: parts[2] as Hit['kind'],
    name: { en: parts[3]!, fr: parts[4]! },
    stems: { name: new StemText(parts[5]!), terms: new StemText(parts[6]!), text: new StemText(parts[7]!) },
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    postalCode: parts[10] || null,
    languages: listIn(parts[11]!),
    modes: listIn(parts[12]!),
    sexes: listIn(parts[13]!),
    regions: listIn(parts[14]!),
    ways: listIn(parts[15]!),
    minAge: numberIn(parts[16]!),
    maxAge: numberIn(parts[17]!),
    urgent: parts[18] === 't',
    accepting: parts[19] === 't',
    wait: numberIn(parts[20]!),
    waitMore: parts[21] === 't',
  };
}
