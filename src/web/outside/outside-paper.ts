import type { FaxedFile } from '../../app/outside/faxed-files.ts';
import type { Block, Paper } from '../../app/ports/printer.ts';
import type { CaseStory } from '../../app/read-request.ts';
import { hears } from '../../domain/case/access.ts';
import { fullName } from '../../domain/patient/patient.ts';
import type { Ask } from '../../http/route.ts';
import { dayWithYear, momentLong } from '../../ui/format.ts';
import { receiverName, siteName } from '../cases/names.ts';
import { chartCopy } from '../requests/chart-copy.ts';
import { type Opened, tellingOf } from '../requests/open-story.ts';
import type { Telling } from '../requests/telling.ts';

/** What is printed of a referral for whoever receives it. */
export interface OutsidePaper {
  kind: 'fax' | 'requisition';
  /** 16 characters; written in groups of four. */
  code: string;
  baseUrl: string;
  /** Fax number; '' on paper. */
  to: string;
  /** What goes along, on a fax. */
  files?: readonly FaxedFile[];
}

/** The files of a case that its receiver may open. */
export function filesForReceiver(one: CaseStory): CaseStory['attachments'] {
  return one.attachments.filter(({ audience }) => hears(audience, 'receiver'));
}

/** As its receiver may read it: one case, without what is for the office's eyes only. */
function asReceived(opened: Opened, one: CaseStory): Opened {
  const kept = one.events.filter(({ audience }) => hears(audience, 'receiver'));
  const shown = { ...one, events: kept, attachments: filesForReceiver(one), notices: [] };
  return { ...opened, request: { ...opened.request, cases: [shown], elsewhere: [] } };
}

/** A cover page with the code, then the referral, in the language of `ask.ui`. */
export function outsidePaper(
  ask: Pick<Ask, 'actor' | 'ui'>,
  { opened, one }: { opened: Opened; one: CaseStory },
  given: OutsidePaper,
): Paper {
  const telling = tellingOf(ask, asReceived(opened, one), 'all');
  const { ui } = ask;
  const said = ui.words.outside.paper;
  const copy = chartCopy(telling, '');
  // Who made a copy of what is no news to its receiver.
  const content = copy.blocks.filter(block => !(block.kind === 'text' && block === copy.blocks[1]));
  const title = `${said[given.kind]}, ${opened.request.reference}`;
  return {
    ...copy,
    title,
    blocks: [...cover(telling, one, given), { kind: 'page' }, ...content, ...along(telling, given)],
  };
}

/** What files go along, said once, then their pages. */
function along({ ui }: Telling, { files = [] }: OutsidePaper): Block[] {
  const said = ui.words.outside.paper;
  if (files.length === 0) return [];
  const items = files.map(({ name, pictures, all }) => said.along(name, pictures.length, all));
  const pages = files.flatMap(({ name, pictures }) =>
    pictures.map(({ bytes }, i): Block => {
      return { kind: 'picture', text: said.pageOf(name, i + 1, pictures.length), bytes };
    }),
  );
  return [{ kind: 'heading', level: 2, text: said.attached }, { kind: 'list', items }, ...pages];
}

function cover(telling: Telling, one: CaseStory, given: OutsidePaper): Block[] {
  const { ui, request } = telling;
  const said = ui.words.outside.paper;
  const { kind, code, baseUrl } = given;
  const door = `${baseUrl}/w/open`;
  const paper = kind === 'requisition';
  const away = one.state.receiver.offNetwork === true;
  const answer = paper ? said.answerByDate(door) : said.answerSteps(door);
  const steps = [...(away ? answer : []), ...(paper ? said.claimSteps(`${baseUrl}/claim`) : [])];
  return [
    { kind: 'heading', level: 1, text: said[kind] },
    { kind: 'facts', rows: factsOf(telling, one, given) },
    { kind: 'heading', level: 2, text: `${said.code}: ${grouped(code)}` },
    ...(away ? [{ kind: 'heading', level: 3, text: said.answer } as const] : []),
    { kind: 'list', ordered: true, items: steps },
    ...(away && request.cases.some(({ attachments }) => attachments.length > 0)
      ? [{ kind: 'text', text: given.files ? said.filesFollow : said.files } as const]
      : []),
    { kind: 'text', text: paper ? said.forPatient : said.wrong },
    { kind: 'text', text: said.danger },
  ];
}

function factsOf(telling: Telling, one: CaseStory, given: OutsidePaper): [string, string][] {
  const { ui, names, request } = telling;
  const said = ui.words.outside.paper;
  const { requester, receiver } = one.state;
  const from = requester.site === undefined ? undefined : names.sites[requester.site];
  const facts: [string, string | null | undefined][] = [
    [said.to, [receiverName(telling, receiver), siteName(telling, receiver.site)].filter(Boolean).join(', ')],
    [said.number, given.to],
    [said.from, siteName(telling, requester.site)],
    [said.phone, from?.phone],
    [said.reference, request.reference],
    [said.made, momentLong(ui.now, ui)],
    // A cover page lies in the tray of a machine that many read: whose it is stands on the next one.
    ...(given.kind === 'requisition'
      ? ([
          [said.patient, fullName(one.patient)],
          [said.born, dayWithYear(one.patient.birthDate, ui)],
        ] as [string, string][])
      : []),
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as [string, string]] : []));
}

/** A code as it is read out: four by four. */
export function grouped(code: string): string {
  return (
    code
      .toUpperCase()
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}
