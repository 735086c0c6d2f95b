export interface MeterProps {
  /** Days. */
  median: number;
  /** Days within which 9 in 10 were seen. */
  nineInTen: number;
  /** Days at the right end; the same for all bars of a list. */
  scale: number;
}

const left = 2;
const width = 156;

/** A wait as a bar: pale to 9 in 10, a tick at the median. The sentence beside it says the same. */
export function Meter({ median, nineInTen, scale }: MeterProps) {
  const at = (days: number) => Math.round((left + width * Math.min(Math.max(days / scale, 0), 1)) * 10) / 10;
  return (
    <svg class="meter" viewBox="0 0 160 12" preserveAspectRatio="none" aria-hidden="true">
      <line class="t" x1={left} x2={left + width} y1="6" y2="6" />
      <line class="r" x1={left} x2={at(nineInTen)} y1="6" y2="6" />
      <rect class="p" x={(at(median) - 2).toFixed(1)} y="1" width="4" height="10" rx="1" />
    </svg>
  );
}
