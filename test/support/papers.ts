/** What is drawn on a page, and its width and height in points. */
interface Drawing {
  drawn: string;
  size: string;
}

const square: Drawing = { drawn: '0 0 100 100 re f', size: '200 200' };

/** A letter as seen from far: a heading, and lines of grey where words would be. */
export const letter: Drawing = {
  drawn: [
    '0.1 0.15 0.3 rg 60 700 220 20 re f 0.55 g',
    ...[640, 616, 592, 568, 520, 496, 472, 424, 400, 376, 352].map(
      (y, n) => `60 ${y} ${n % 4 === 3 ? 260 : 470 - 12 * (n % 3)} 9 re f`,
    ),
  ].join('\n'),
  size: '612 792',
};

/** Two pages, with a black square each unless told: small, but a real PDF, cross-reference table and all. */
export function twoPages({ drawn, size }: Drawing = square): Buffer {
  const page = (content: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents ${content} 0 R /Resources << >> >>`;
  const stream = `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    page(5),
    page(6),
    stream,
    stream,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 7\n0000000000 65535 f \n${rows}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
