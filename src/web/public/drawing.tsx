import { useUi } from '../../ui/context.ts';

/** How a question is settled: by advice, by a visit, or by advice that becomes a visit. */
export function Drawing() {
  const words = useUi().words.front.drawing;
  return (
    <svg class="draw" viewBox="0 0 536 250" role="img" aria-label={words.label}>
      <g fill="none" stroke="var(--accent)" stroke-width="2.5" stroke-linecap="round">
        <path d="M132 125h26c30 0 22-67 52-67h20M132 125h26c30 0 22 67 52 67h20" />
        <path d="M370 58h40c30 0 22 67 52 67M370 192h40c30 0 22-67 52-67" />
        <path d="M300 88v70m-6-8 6 8 6-8" stroke-dasharray="1 6" />
      </g>
      <g fill="var(--paper)" stroke="var(--edge)" stroke-width="1.5">
        <rect x="4" y="95" width="128" height="60" rx="6" />
        <rect x="222" y="28" width="156" height="60" rx="6" fill="var(--tint)" stroke="var(--accent)" />
        <rect x="222" y="162" width="156" height="60" rx="6" fill="var(--tint)" stroke="var(--accent)" />
        <circle cx="496" cy="125" r="32" fill="var(--good-w)" stroke="var(--good)" />
      </g>
      <path
        d="m483 126 9 9 18-20"
        fill="none"
        stroke="var(--good)"
        stroke-width="3.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <Texts />
    </svg>
  );
}

function Texts() {
  const words = useUi().words.front.drawing;
  return (
    <>
      <g text-anchor="middle">
        <text x="68" y="121" class="b">
          {words.question[0]}
        </text>
        <text x="68" y="141" class="b">
          {words.question[1]}
        </text>
        <text x="300" y="54" class="b">
          {words.advice}
        </text>
        <text x="300" y="75">
          {words.adviceTime}
        </text>
        <text x="300" y="188" class="b">
          {words.visit}
        </text>
        <text x="300" y="209">
          {words.visitTime}
        </text>
        <text x="496" y="182" class="b">
          {words.settled}
        </text>
      </g>
      <text x="312" y="121">
        {words.along[0]}
      </text>
      <text x="312" y="139">
        {words.along[1]}
      </text>
    </>
  );
}
