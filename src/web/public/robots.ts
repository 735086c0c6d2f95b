import { z } from 'zod';
import { text } from '../../http/form.ts';
import { file, missing } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';

/** Services in one list; the standard allows 50,000 addresses, and each service has two. */
const most = 20_000;

/** What search engines may read, and where it is. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/robots.txt', enter: ['public'], phi: false },
    handle: async ({ app, ui }) => sent('robots.txt', 'text/plain', robots(app.config.baseUrl, ui.demo)),
  }),
  // Without a page the list of lists.
  route({
    ...{ method: 'GET', url: '/sitemap.xml', enter: ['public'], phi: false, limit: 'search' },
    query: z.strictObject({ page: text(6).optional() }),
    handle: async ({ app, actor, query: { page } }) =>
      app.db.as(actor, async tx => {
        const { baseUrl } = app.config;
        const pages = Math.max(1, Math.ceil((await tx.directory.countServices()) / most));
        if (page === undefined) return sent('sitemap.xml', 'application/xml', listOfLists(baseUrl, pages));
        if (!/^[1-9]\d{0,5}$/.test(page) || Number(page) > pages) return missing();
        const keys = await tx.directory.serviceKeys({ from: (Number(page) - 1) * most, most });
        return sent('sitemap.xml', 'application/xml', listOfServices(baseUrl, keys));
      }),
  }),
];

function sent(name: string, type: string, content: string) {
  const bytes = new TextEncoder().encode(content);
  return file({ bytes, name, type: `${type}; charset=utf-8`, inline: true });
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

function listOfLists(baseUrl: string, pages: number): string {
  const lists = Array.from({ length: pages }, (_, i) => `${baseUrl}/sitemap.xml?page=${i + 1}`);
  return `${head}<sitemapindex xmlns="${schema}">${lists.map(url => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>\n`;
}

function listOfServices(baseUrl: string, keys: readonly string[]): string {
  const urls = keys.flatMap(key => ['en', 'fr'].map(lang => `${baseUrl}/directory/${key}?in=${lang}`));
  return `${head}<urlset xmlns="${schema}">${urls.map(url => `<url><loc>${url}</loc></url>`).join('')}</urlset>\n`;
}
