import type { ComponentChildren } from 'preact';
import { textSizes, useUi } from './context.ts';
import { drawings } from './drawings.ts';
import { Header } from './header.tsx';
import { Sprite } from './icon.tsx';
import type { Place } from './navigation.ts';

export interface FrameProps {
  /** Title of the page; the name of the product is added. No health information: titles stay in histories. */
  title: string;
  /** `plainer` for patients and guests, `front` for the public; larger type. */
  kind?: 'plainer' | 'front';
  /** Where in the main navigation this page is. */
  here?: Place;
  /** For those who look for public pages: what is on this one, and its address without a language. */
  found?: { about: string; path: string };
  /** Between the head and the page: the patient strip. */
  strip?: ComponentChildren;
  /** Left of the page: the folders of the worklist. */
  rail?: ComponentChildren;
  /** Class of `main`; 'page wide' when absent, 'wide' beside a rail. */
  main?: string;
  children: ComponentChildren;
}

/** A whole document: head, skip link, bar, page, foot, and the drawings its icons use. */
export function Frame(props: FrameProps) {
  const ui = useUi();
  const words = ui.words.frame;
  return (
    <html lang={`${ui.lang}-CA`} class={props.kind === 'plainer' ? `text-${ui.textSize}` : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${props.title} – ${words.product}`}</title>
        {props.found && <Findable {...props.found} />}
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={ui.assets('style.css')} />
        <script type="module" src={ui.assets('app.js')} />
      </head>
      <body class={props.kind}>
        <Sprite />
        <a class="skip" href="#main">
          {words.skip}
        </a>
        {ui.demo && <DemoBanner />}
        <Header here={props.here} />
        {props.strip}
        <Body {...props} />
        {props.kind === 'plainer' && <TextSizes />}
        <Footer />
      </body>
    </html>
  );
}

/** One address for each language (`in`), so that neither hides the other from search engines. */
function Findable({ about, path }: NonNullable<FrameProps['found']>) {
  const { baseUrl, lang } = useUi();
  const url = `${baseUrl}${path}`;
  return (
    <>
      <meta name="description" content={about.replace(/\s+/g, ' ').slice(0, 300)} />
      <link rel="canonical" href={`${url}?in=${lang}`} />
      <link rel="alternate" hreflang="en-CA" href={`${url}?in=en`} />
      <link rel="alternate" hreflang="fr-CA" href={`${url}?in=fr`} />
      <link rel="alternate" hreflang="x-default" href={url} />
    </>
  );
}

/** The mark in white on the black of the bar; small enough to travel with the page. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 22 22"><rect x="-3" y="-3" width="22" height="22" rx="4" fill="#1a1a1a"/><g fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round">${drawings.mark}</g></svg>`,
)}`;

function Body({ rail, main, children }: FrameProps) {
  const page = (
    <main id="main" class={main ?? (rail ? 'wide' : 'page wide')} tabIndex={-1}>
      {children}
    </main>
  );
  return rail ? (
    <div class="shell">
      {rail}
      {page}
    </div>
  ) : (
    page
  );
}

function DemoBanner() {
  const { words } = useUi();
  return (
    <section class="demobar line" aria-label={words.frame.demo.label}>
      <span>{words.frame.demo.what}</span>
      <a href="/demo/mailbox">{words.frame.demo.mailbox}</a>
      <a href="/demo/clock">{words.frame.demo.clock}</a>
    </section>
  );
}

/** Three sizes of letters. Links, so that they work without script; the page comes back as it was. */
function TextSizes() {
  const { words, textSize, path } = useUi();
  const said = words.frame.textSize;
  return (
    <nav class="foot line" aria-label={said.title}>
      <span>{said.title}</span>
      {textSizes.map(size =>
        size === textSize ? (
          <strong key={size} aria-current="true">
            {said[size]}
          </strong>
        ) : (
          <a key={size} href={`/text-size/${size}?back=${encodeURIComponent(path)}`}>
            {said[size]}
          </a>
        ),
      )}
    </nav>
  );
}

function Footer() {
  const { words, viewer } = useUi();
  const outside = viewer === 'patient' || viewer === 'guest';
  return (
    <footer class="foot line">
      <span>{outside ? words.frame.foot.patient : words.frame.foot.open}</span>
      <a href="/privacy">{words.frame.foot.privacy}</a>
      <a href="/accessibility">{words.frame.foot.accessibility}</a>
      <a href="/terms">{words.terms.title}</a>
    </footer>
  );
}
