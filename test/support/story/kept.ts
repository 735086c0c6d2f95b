import type { Walker } from '../walker.ts';
import type { Aged } from './aged-directory.ts';
import { cast } from './cast.ts';
import type { Chapter } from './chapters.ts';
import type { Scene } from './scene.ts';

/** A list of another directory: one service to take, two with something wrong, one that is over. */
const list = JSON.stringify({
  services: [
    ['s1', 'Grief group', {}],
    ['s2', 'Meals on Wheels', { minimum_age: 90, maximum_age: 10 }],
    ['s3', '', {}],
    ['s4', 'Old programme', { status: 'defunct' }],
  ].map(([id, name, more]) => ({
    ...{ id, name, description: 'Support in a group', status: 'active', ...(more as object) },
    organization: { id: 'o1', name: 'Cedar Community Centre', description: 'For everybody' },
  })),
});

/** Every state of the pages on which the directory is kept. */
export const kept = (aged: Aged): readonly Chapter[] => [
  { title: 'the steward of a clinic keeps its listing', play: scene => keeps(scene, aged) },
  { title: 'the steward of a clinic claims a facility, the programme answers', play: claims },
  { title: 'the programme takes a list in and takes it back', play: imports },
  { title: 'the programme keeps words, kinds and what is missing', play: words },
];

/** Opens pages one after the other. */
async function tour(walker: Walker, pages: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await walker.goto(path);
    await walker.seen(name);
  }
}

async function keeps(scene: Scene, { measured }: Aged): Promise<void> {
  const steward = await scene.as(cast.nurse);
  const { page, words: said } = steward;
  const at = `/listings/${measured}`;
  await tour(steward, {
    listings: '/listings',
    'listing-new': '/listings/new',
    listing: at,
    'listing-offer': `${at}/offer`,
    'listing-places': `${at}/places`,
    'listing-people': `${at}/people`,
    'listing-enablement': `${at}/enablement`,
    'listing-history-empty': `${at}/history`,
    'listing-information': `${at}/information`,
  });
  const save = () => steward.press(page.locator('form.act button[type=submit]').last());
  await page.locator('[name=link]').fill('http://plain.example');
  await save();
  await steward.seen('listing-wrong');
  await page.locator('[name=link]').fill('https://kingfisher.example');
  await save();
  await steward.seen('listing-saved');
  await steward.goto(`${at}/history`);
  await steward.seen('listing-history');
  await steward.goto(`/directory/${measured}`);
  await page.getByText(said.listings.public.keep).waitFor();
}

async function claims(scene: Scene): Promise<void> {
  const steward = await scene.as(cast.nurse);
  const { page, words: said } = steward;
  await steward.goto('/directory?kind=facility&q=library');
  await steward.goto('/directory?kind=facility&q=nursing');
  await steward.press(page.locator('#found h3 a').first());
  await steward.seen('facility-unclaimed');
  await steward.follow(said.listings.public.claim);
  await steward.pressButton(said.listings.claim.send);
  await steward.seen('claim-wrong');
  await page.fill('[name=reason]', 'Grand River');
  await page.fill('[name=contactName]', cast.nurse);
  await page.fill('[name=contactPhone]', '519-555-0177');
  await page.fill('[name=email]', 'solveig.larocque@demo.example');
  await steward.pressButton(said.listings.claim.send);
  await steward.seen('claim-sent');
  const programme = await scene.as(cast.steward);
  await programme.goto('/programme/claims');
  await programme.seen('claims');
  await programme.press(programme.page.locator('main a[href^="/programme/claims/"]').first());
  await programme.seen('claim-to-answer');
  await programme.page.locator('input[type=radio]').first().check();
  await programme.press(programme.page.locator('main form button[type=submit]').last());
  await programme.seen('claim-answered');
  await steward.goto('/listings');
  await steward.press(page.locator('main a[href^="/listings/facilities/"]').first());
  await steward.seen('facility-kept');
}

async function imports(scene: Scene): Promise<void> {
  const programme = await scene.as(cast.steward);
  const { page } = programme;
  await programme.goto('/programme/imports');
  await programme.seen('imports');
  await programme.press(page.locator('button[value=try]'));
  await programme.seen('imports-wrong');
  for (const what of ['try', 'take']) {
    await page.fill('[name=source]', 'Cedar directory');
    await page.setInputFiles('[name=file]', {
      ...{ name: 'services.json', mimeType: 'application/json', buffer: Buffer.from(list) },
    });
    await programme.press(page.locator(`button[value=${what}]`));
    await programme.seen(what === 'try' ? 'import-tried' : 'import-taken');
  }
  await programme.press(page.locator('a[href$="/undo"]').first());
  await programme.seen('import-undo');
  await programme.press(page.locator('main form button[type=submit]').first());
  await programme.seen('import-undone');
}

async function words(scene: Scene): Promise<void> {
  const programme = await scene.as(cast.steward);
  const { page } = programme;
  await tour(programme, {
    'programme-home': '/programme',
    unmet: '/programme/unmet',
    urgent: '/programme/urgent',
    synonyms: '/programme/synonyms',
    'synonyms-found': '/programme/synonyms?q=afib',
    'synonyms-nothing': '/programme/synonyms?q=zzqx',
    'synonyms-file': '/programme/synonyms/file',
    categories: '/programme/categories',
    'synonym-new': '/programme/synonyms/new',
  });
  await programme.press(page.locator('main form button[type=submit]').first());
  await programme.seen('synonym-wrong');
  await programme.goto('/programme/categories/new');
  await programme.press(page.locator('main form button[type=submit]').first());
  await programme.seen('category-wrong');
  await programme.goto('/programme/categories/cardiology');
  await programme.seen('category');
}
