import { csvText } from '../../app/files/csv.ts';
import { readSurveys } from '../../app/patient/visit-surveys.ts';
import type { SurveyFigure } from '../../app/ports/visit-surveys.ts';
import { ageBands, surveyQuestions } from '../../domain/patient/visit-survey.ts';
import { file, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { number, percent } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';

const keepers = { enter: ['person'], roles: ['lead', 'steward'], phi: false } as const;

/** What patients of a site said after their visits, never of fewer than 6. */
export const routes: Route[] = [
  route({
    ...{ ...keepers, method: 'GET', url: '/surveys' },
    handle: async ({ app, actor }) => page(<SurveysPage figures={await readSurveys(app, actor)} />),
  }),
  route({
    ...{ ...keepers, method: 'GET', url: '/surveys.csv' },
    async handle({ app, actor, ui }) {
      const figures = await readSurveys(app, actor);
      const rows = [headsOf(ui), ...gradesOf(ui, figures), ...agesOf(ui, figures)];
      const bytes = new TextEncoder().encode(`\uFEFF${csvText(rows)}`);
      return file({ bytes, type: 'text/csv; charset=utf-8', name: 'visit-surveys.csv' });
    },
  }),
];

const headsOf = ({ words: { survey } }: Ui) => [survey.question, survey.people, survey.agree, survey.mean];

/** A row for every question that at least six answered. */
function gradesOf({ words: { survey }, lang }: Ui, figures: readonly SurveyFigure[]): string[][] {
  return surveyQuestions.flatMap(question => {
    const one = figures.find(figure => figure.question === question);
    if (!one) return [[survey.questions[question], survey.few, '', '']];
    const mean = number(Number(one.mean), lang);
    return [
      [
        survey.questions[question],
        number(one.people, lang),
        percent((one.agree ?? 0) / one.people, lang),
        mean,
      ],
    ];
  });
}

function agesOf({ words: { survey }, lang }: Ui, figures: readonly SurveyFigure[]): string[][] {
  return ageBands.map(band => {
    const one = figures.find(figure => figure.question === 'age' && figure.answer === band);
    return [survey.ages[band], one ? number(one.people, lang) : survey.few, '', ''];
  });
}

function SurveysPage({ figures }: { figures: readonly SurveyFigure[] }) {
  const ui = useUi();
  const w = ui.words.survey;
  const all = figures.find(figure => figure.question === '');
  return (
    <Frame title={w.pageTitle} here="listings">
      <header class="stack">
        <p class="s">
          <a href="/listings">{ui.words.listings.title}</a>
        </p>
        <h1>{w.pageTitle}</h1>
        <p class="dim">{w.pageLead}</p>
      </header>
      {all ? <p>{w.count(number(all.people, ui.lang))}</p> : <p>{w.none}</p>}
      {all && (
        <>
          <Table caption={w.pageTitle} heads={headsOf(ui)} rows={gradesOf(ui, figures)} />
          <Table
            caption={w.age}
            heads={[w.age, w.people]}
            rows={agesOf(ui, figures).map(row => row.slice(0, 2))}
          />
          <p>
            <ButtonLink href="/surveys.csv" icon="file">
              {w.csv}
            </ButtonLink>
          </p>
        </>
      )}
    </Frame>
  );
}

interface TableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly string[][];
}

function Table({ caption, heads, rows }: TableProps) {
  return (
    <table class="mini">
      <caption class="sr">{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {cells.map((cell, n) => (
              <td key={n}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
