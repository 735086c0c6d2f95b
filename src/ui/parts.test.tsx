import { describe, expect, it } from 'vitest';
import { ActionBar } from './action-bar.tsx';
import { FileCard } from './file-card.tsx';
import { Folders } from './folders.tsx';
import { HoldHead } from './hold-head.tsx';
import { Meter } from './meter.tsx';
import { Pager } from './pager.tsx';
import { renderPart } from './render.ts';
import { ScoreTable } from './score-table.tsx';
import { Steps } from './steps.tsx';
import { Tag } from './tag.tsx';
import { testUi } from './test-ui.ts';
import { Awaited, Happened, Said, Timeline, Typed } from './timeline.tsx';
import { RowGroup, WorklistTable, WorkRow, type WorkRowProps } from './worklist-table.tsx';

const draw = (vnode: Parameters<typeof renderPart>[0], lang: 'en' | 'fr' = 'en') =>
  renderPart(vnode, testUi({ lang })).replace(/[\u00a0\u202f]/g, ' ');
const order = (html: string, ...parts: string[]) => {
  const places = parts.map(part => html.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
};

describe('the head of a case', () => {
  const tag = <Tag role="date" icon="cal" label="Booked" />;

  it('tells status, holder, due time and next step, in this order', () => {
    const due = { due: '2026-11-24T22:00:00.000Z' };
    const html = draw(<HoldHead status={tag} holder="The patient" due={due} next="Confirm the visit" />);
    order(
      html,
      'Status',
      'Booked',
      'Who holds it',
      'The patient',
      'Due',
      'Today, by 17:00',
      'Next step',
      'Confirm',
    );
  });

  it('says that nobody holds an ended one, and how it ended', () => {
    const html = draw(<HoldHead status={tag} next="Seen on December 9" />, 'fr');
    order(html, 'Entre les mains de', 'Personne', 'Échéance', 'Aucune', 'Seen on December 9');
    expect(html).not.toContain('<time');
  });
});

describe('what may be done now', () => {
  const actions = ['Confirm', 'Rebook', 'Message', 'Ask', 'Assign', 'Complete'].map(label => ({
    ...{ label, href: `/referrals/k/${label.toLowerCase()}` },
  }));

  it('is one main act, three more, and the rest one press away', () => {
    const html = draw(<ActionBar actions={actions} note="You act as intake" />);
    expect(html.match(/class="btn main"/g)).toHaveLength(1);
    expect(html.match(/class="btn"/g)).toHaveLength(3);
    expect(html).toMatch(
      /<button type="button" class="btn text" popovertarget="more">.*<div popover[^>]* id="more"/,
    );
    order(html, '>Confirm</a>', '>Ask</a>', 'More actions', '>Assign</a>', '>Complete</a>');
  });

  it('folds nothing away when it is little, and is not there when nothing is allowed', () => {
    expect(draw(<ActionBar actions={actions.slice(0, 4)} />)).not.toContain('popover');
    expect(draw(<ActionBar actions={[]} />)).toBe('');
  });
});

describe('a story', () => {
  it('tells events in a line and messages in full, with their times, and ends with what is awaited', () => {
    const html = draw(
      <Timeline>
        <Said icon="user" role="say" who="Dr. O" did="asked" at="2026-11-12T21:42:00.000Z">
          <Typed text={'<b>bold</b>\nsecond line'} />
        </Said>
        <Happened icon="half" at="2026-11-13T14:05:00.000Z">
          Accepted
        </Happened>
        <Awaited icon="user">Waiting for the patient</Awaited>
      </Timeline>,
    );
    order(
      html,
      'Dr. O',
      'Thu, Nov 12, 16:42',
      '&lt;b>bold&lt;/b>\nsecond line',
      'Accepted',
      'id="latest"',
      'Now',
    );
  });
});

describe('a file', () => {
  const file = { name: 'Labs.pdf', href: '/attachments/k', bytes: 214_000, pages: 2 };

  it('opens once it is checked', () => {
    const html = draw(<FileCard {...file} standing="clean" />);
    expect(html).toContain('href="/attachments/k"');
    expect(html).toContain('2 pages, 214 kB');
  });

  it('has no link while it is checked, or when harm was found in it', () => {
    for (const standing of ['checking', 'infected', 'failed', 'removed'] as const) {
      expect(draw(<FileCard {...file} standing={standing} />)).not.toContain('href');
    }
    expect(draw(<FileCard {...file} standing="infected" />)).toContain('class="err"');
  });
});

describe('a worklist', () => {
  const row: WorkRowProps = {
    ...{ href: '/requests/k', pick: 'k', due: { due: '2026-11-20T22:00:00.000Z' }, late: true, fresh: true },
    ...{
      name: 'Whitcombe, Arden',
      about: '34 F',
      urgent: true,
      service: 'Perinatal mood',
      reason: 'Low mood',
    },
    ...{ party: 'Maple Landing', status: { role: 'new', icon: 'dot', label: 'New' } },
    ...{ waiting: { days: 61, over: true }, assigned: { whose: 'nobody', name: 'Not assigned' } },
  };

  it('names every row’s box, links the name and says what colour says', () => {
    const html = draw(
      <WorklistTable caption="Requests" direction="received">
        <RowGroup title="Overdue" note="1" late>
          <WorkRow {...row} />
        </RowGroup>
      </WorklistTable>,
    );
    expect(html).toContain('aria-label="Select Whitcombe, Arden"');
    expect(html).toContain('<tr class="late fresh">');
    expect(html).toContain('<a class="name" href="/requests/k">Whitcombe, Arden</a>');
    expect(html).toContain('2 days late');
    expect(html).toContain('<span class="sr"> Longer than 9 in 10 people waited</span>');
    expect(html).toContain('<span class="sr">Not assigned</span>');
    expect(html.match(/<th scope="col"/g)).toHaveLength(html.match(/<col[ >/]/g)!.length);
  });

  it('keeps folders with nothing in them, and reddens only what is not empty', () => {
    const folder = (label: string, count: number) =>
      ({ label, href: `/${label}`, icon: 'dot', count, hot: true }) as const;
    const html = draw(
      <Folders
        mine={[folder('a', 0), folder('b', 4)]}
        groups={[{ title: 'Sent', folders: [], ended: { label: 'Ended (1)', folders: [folder('c', 1)] } }]}
      />,
    );
    expect(html).toContain('<data value="0"> 0</data>');
    expect(html).toContain('<data value="4" class="hot"> 4</data>');
    expect(html).toContain('<summary>Ended (1)</summary>');
  });

  it('says which part of a long list this is', () => {
    expect(draw(<Pager before={25} shown={25} all={1234} previous="?page=1" next="?page=3" />)).toContain(
      '26 to 50 of 1,234',
    );
    expect(draw(<Pager before={0} shown={3} all={3} />)).not.toContain('<a');
  });
});

describe('pictures of numbers', () => {
  it('keep a wait inside its bar', () => {
    expect(draw(<Meter median={21} nineInTen={400} scale={210} />)).toMatch(
      /class="r" x1="2" x2="158".*x="15.6"/,
    );
  });

  it('add up a scale as it is answered, and warn when a risk is named', () => {
    const choices = ([0, 1, 2, 3] as const).map(points => ({
      value: `v${points}`,
      label: `L${points}`,
      points,
    }));
    const questions = [
      { name: 'phq1', text: 'Little interest', value: 'v2' },
      { name: 'phq9', text: 'Thoughts', risk: true },
    ];
    const html = draw(
      <ScoreTable head="How often" choices={choices} questions={questions} warning="Ask today." sum={2} />,
    );
    expect(html).toMatch(/name="phq1" value="v2" checked class="p2"/);
    expect(html).toMatch(/name="phq9" value="v0" class="p0"/);
    expect(html).toMatch(/name="phq9" value="v1" class="p1 q9"/);
    expect(html).toContain('<span class="sr">L3: Thoughts</span>');
    expect(html).toContain('of 6');
    expect(html).toContain('if9');
  });

  it('show a patient which step is now', () => {
    const steps = [
      { state: 'done', title: 'Asked' },
      { state: 'now', title: 'You confirm' },
      { state: 'later', title: 'Your visit' },
    ] as const;
    const html = draw(<Steps steps={steps} />);
    expect(html).toMatch(
      /<li class="done">.*<li class="now" aria-current="step"><span class="dot">2<\/span>/,
    );
  });
});
