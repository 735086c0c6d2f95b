import { z } from 'zod';
import { key, text } from '../../http/form.ts';
import { file, missing } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';

/** Pages in one list; the standard allows 50,000 addresses, and each page has two. */
const most = 20_000;
/** Seconds for which a list may be kept: it is read whole, and nobody misses a page of this hour. */
const kept = 3_600;

/** What search engines may read, and where it is. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/robots.txt', enter: ['public'], phi: false },
    handle: async ({ app, ui }) =>
      sent({ name: 'robots.txt', type: 'text/plain', cache: kept }, robots(app.config.baseUrl, ui.demo)),
  }),
  // Without a page the list of lists.
  route({
    ...{ method: 'GET', url: '/sitemap.xml', enter: ['public'], phi: false, limit: 'search' },
    query: z.strictObject({ after: text(26).optional() }),
    handle: async ({ app, actor, query: { after } }) =>
      app.db.as(actor, async tx => {
        const { baseUrl } = app.config;
        if (after === undefined) return xml(listOfLists(baseUrl, await tx.directory.pageStarts(most)));
        if (after !== '' && !key.safeParse(after).success) return missing();
        const keys = await tx.directory.pageKeys({ after, most });
        return keys.length === 0 ? missing() : xml(listOfPages(baseUrl, keys));
      }),
  }),
];

function xml(content: string) {
  return sent({ name: 'sitemap.xml', type: 'application/xml', cache: kept }, content);
}

function sent({ type, ...given }: { name: string; type: string; cache: number }, content: string) {
  const bytes = new TextEncoder().encode(content);
  return file({ ...given, bytes, type: `${type}; charset=utf-8`, inline: true });
}

/** Public pages alone, each search once; nothing of a demonstration, where everything is invented. */
function robots(baseUrl: string, demo: boolean): string {
  if (demo) return 'User-agent: *\nDisallow: /\n';
  const open = ['/$', '/directory', '/join', '/waits/method', '/privacy', '/accessibility', '/assets/'];
  const closed = ['/', '/directory?', '/directory/export/', '/directory/*/ask', '/directory/*/claim'];
  const lines = [...open.map(path => `Allow: ${path}`), ...closed.map(path => `Disallow: ${path}`)];
  return `User-agent: *\n${lines.join('\n')}\nSitemap: ${baseUrl}/sitemap.xml\n`;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Each list goes on where the one before ends, so that a page which comes or goes moves no other. */
function listOfLists(baseUrl: string, starts: readonly string[]): string {
  const lists = starts.map(after => `${baseUrl}/sitemap.xml?after=${after}`);
  return `${head}<sitemapindex xmlns="${schema}">${lists.map(url => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>\n`;
}

function listOfPages(baseUrl: string, keys: readonly string[]): string {
  const urls = keys.flatMap(key => ['en', 'fr'].map(lang => `${baseUrl}/directory/${key}?in=${lang}`));
  return `${head}<urlset xmlns="${schema}">${urls.map(url => `<url><loc>${url}</loc></url>`).join('')}</urlset>\n`;
}
