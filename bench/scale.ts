import type { BenchPlace } from './place.ts';

export async function scale(_place: BenchPlace): Promise<void> {
  throw new Error('not yet');
}
