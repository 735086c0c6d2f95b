import { describe, expect, it } from 'vitest';
import { LayerChart, layersOf } from './layer-chart.tsx';
import { renderPart } from './render.ts';
import { testUi } from './test-ui.ts';

const outcomes = {
  ...{ title: 'What came of it', layers: ['Avoided', 'Needed'], stacked: true, tell: String },
  bars: [
    { label: 'Jan 2026', values: [3, 1] },
    { label: 'Feb 2026', values: [0, 0] },
    { label: 'Mar 2026', values: null },
  ],
};

describe('a picture of bars in layers', () => {
  it('says all its numbers to who does not see it: nought as nought, what is hidden as hidden', () => {
    const html = renderPart(<LayerChart {...outcomes} />, testUi());
    expect(html).toContain(
      'aria-label="What came of it. Jan 2026: Avoided 3, Needed 1; Feb 2026: Avoided 0, Needed 0; Mar 2026: –"',
    );
    expect(html.match(/class="key"/g)).toHaveLength(2);
    expect(html).toMatch(/>4<\/text>.*>0<\/text>.*>–<\/text>/);
  });

  it('stacks layers, or draws the smaller before the larger', () => {
    expect(layersOf([3, 1], true)).toEqual([
      { from: 0, to: 3, look: 0 },
      { from: 3, to: 4, look: 1 },
    ]);
    expect(layersOf([2, 5], false).map(({ look }) => look)).toEqual([1, 0]);
  });
});
