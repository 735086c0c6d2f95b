import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Ui, UiContext } from './context.ts';

/** A whole document (a `Frame`) as HTML text. */
export function render(page: VNode, ui: Ui): string {
  return `<!doctype html>\n${renderPart(page, ui)}`;
}

/** A part of a page as HTML text, for the answers htmx asks for and for tests. */
export function renderPart(part: VNode, ui: Ui): string {
  return renderToString(h(UiContext.Provider, { value: ui }, part));
}
