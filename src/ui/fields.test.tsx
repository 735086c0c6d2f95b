import { describe, expect, it } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import {
  Checkbox,
  Checkboxes,
  DateField,
  FileField,
  Radios,
  Select,
  TextArea,
  TextField,
} from './fields.tsx';
import { Form, SubmitButton } from './form.tsx';
import { renderPart } from './render.ts';
import { testUi } from './test-ui.ts';

const draw = (vnode: Parameters<typeof renderPart>[0], lang: 'en' | 'fr' = 'en') =>
  renderPart(vnode, testUi({ lang }));

describe('a field', () => {
  it('is named by its label and described by hint and error, the error before the input', () => {
    const html = draw(
      <TextField name="since" label="Off work since" hint="A day" error="Give a date." value="Feb" />,
    );
    expect(html).toContain('<label for="f-since">Off work since</label>');
    expect(html).toMatch(/<input[^>]* aria-describedby="f-since-h f-since-e"/);
    expect(html).toMatch(/<input[^>]* aria-invalid="true"/);
    expect(html.indexOf('id="f-since-e"')).toBeLessThan(html.indexOf('<input'));
    expect(html).toContain('value="Feb"');
    expect(html).toContain('class="field bad"');
  });

  it('says nothing of errors when there is none', () => {
    const html = draw(<TextField name="city" label="City" />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby|class="err"/);
  });

  it('says that it is required, in the language of the page', () => {
    expect(draw(<TextField name="a" label="Nom" required />, 'fr')).toMatch(
      /Nom<span class="req"> \(obligatoire\)<\/span><\/label>.*<input[^>]* required/,
    );
  });

  it('marks what came from the chart', () => {
    const html = draw(<TextArea name="m" label="Medication" value="A" prefilled="From the chart, today" />);
    expect(html).toContain('class="field pre"');
    expect(html).toContain('<span class="was">From the chart, today</span>');
  });

  it('gives back what was typed, character by character', () => {
    expect(draw(<TextArea name="t" label="T" value={'<b>&"\nx'} />)).toContain(
      '&lt;b>&amp;&quot;\nx</textarea>',
    );
    expect(draw(<TextArea name="t" label="T" value={'\nfirst line empty'} />)).toContain(
      '>\n\nfirst line empty<',
    );
  });

  it('keeps a date that is none as text, where a date input would drop it', () => {
    expect(draw(<DateField name="d" label="D" value="2026-12-09" />)).toContain(
      'type="date" value="2026-12-09"',
    );
    expect(draw(<DateField name="d" label="D" value="February" />)).toContain('type="text" value="February"');
  });

  it('offers choices by group and keeps the chosen one', () => {
    const choices = [
      { value: 'a', label: 'A', group: 'First' },
      { value: 'b', label: 'B', group: 'Second', lang: 'fr' },
    ];
    const html = draw(<Select name="s" label="S" choices={choices} value="b" empty="Choose" />);
    expect(html).toContain('<optgroup label="Second"><option value="b" selected lang="fr">B</option>');
    expect(html).toContain('<option value>Choose</option>');
  });

  it('asks for files in a form that can carry them', () => {
    const html = draw(
      <Form multipart receipt turn={7}>
        <FileField name="f" label="File" multiple accept=".pdf" />
        <SubmitButton look="main">Send</SubmitButton>
      </Form>,
    );
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('name="csrf" value="csrf-token"');
    expect(html).toContain('name="receipt" value="receipt-00000001"');
    expect(html).toContain('name="turn" value="7"');
    expect(html).toContain('<button type="submit" class="btn main">Send</button>');
  });
});

describe('a group of choices', () => {
  const choices = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ];

  it('has a legend, and its first choice is where the summary of errors leads', () => {
    const html = draw(
      <Radios name="mail" label="E-mail?" choices={choices} value="no" error="Choose one." required />,
    );
    expect(html).toMatch(/<fieldset class="field bad" aria-describedby="f-mail-e">.*<legend>E-mail\?/);
    expect(html).toMatch(/<input type="radio" id="f-mail" name="mail" value="yes"/);
    expect(html).toMatch(/id="f-mail-1" name="mail" value="no" checked/);
    expect(html).toContain('<label for="f-mail-1">No</label>');
  });

  it('posts every tick under one name', () => {
    const html = draw(<Checkboxes name="uses" label="Uses" choices={choices} values={['yes']} />);
    expect(html).toMatch(/name="uses" value="yes" checked/);
    expect(html).not.toMatch(/name="uses" value="no" checked/);
  });

  it('can be a single tick', () => {
    const html = draw(<Checkbox name="lib" label="Offer it" hint="(later)" checked error="Tick this." />);
    expect(html).toMatch(/type="checkbox" value="yes" checked id="f-lib"/);
    expect(html).toContain('aria-describedby="f-lib-h f-lib-e"');
  });
});

describe('the summary of errors', () => {
  it('takes the focus without script and leads to each field', () => {
    const errors = [
      { field: 'since', message: 'Off work since: give a date' },
      { field: 'email', label: 'E-mail', message: 'Give a whole address.' },
    ];
    const html = draw(<ErrorSummary errors={errors} />);
    expect(html).toMatch(/<section class="note late"[^>]* tabindex="-1" autofocus/);
    expect(html).toContain('<h2 id="errors">2 answers need you</h2>');
    expect(html).toContain('<a href="#f-since">Off work since: give a date</a>');
    expect(html).toContain('<a href="#f-email">E-mail: Give a whole address.</a>');
  });

  it('is not there when nothing is wrong', () => {
    expect(draw(<ErrorSummary errors={[]} />)).toBe('');
  });
});
