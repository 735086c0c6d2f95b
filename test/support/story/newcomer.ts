import assert from 'node:assert/strict';
import { tidy } from '../walker.ts';
import type { Chapter } from './chapters.ts';

/** What everybody may see who has no account. */
export const newcomer: readonly Chapter[] = [
  {
    title: 'a newcomer finds two doors on the front page, and behind them the way in',
    async play(scene) {
      const visitor = await scene.visitor();
      const { front, signIn } = visitor.words;
      await visitor.goto(`/language/${scene.stage.lang}?back=/`);
      await visitor.seen('front');
      assert.equal(await visitor.text('h1'), tidy(front.heading));
      for (const door of [front.advice, front.referral]) {
        await visitor.goto('/');
        await visitor.follow(door.act);
        assert.ok(visitor.page.url().includes('/sign-in'), visitor.page.url());
      }
      await visitor.seen('sign-in');
      assert.equal(await visitor.text('h2#demo'), tidy(signIn.demo.title));
    },
  },
  {
    title: 'searches the directory without an account, and reads about a service',
    async play(scene) {
      const visitor = await scene.visitor();
      const { directory } = visitor.words;
      await visitor.goto('/directory');
      await visitor.page.fill('[name=q]', scene.script.search);
      await visitor.page.fill('[name=near]', 'N1E');
      await visitor.pressButton(directory.submit);
      await visitor.seen('directory');
      const found = visitor.page.locator('main ul li h3').first();
      assert.ok(tidy(await found.innerText()).includes(scene.script.group));
      await visitor.press(found.getByRole('link'));
      await visitor.seen('service');
      assert.ok((await visitor.text()).includes('Grand River'));
    },
  },
  {
    title: 'reads how to join and what is private, and changes the language',
    async play(scene) {
      const visitor = await scene.visitor();
      for (const path of ['/join', '/privacy', '/accessibility']) {
        await visitor.goto(path);
        await visitor.seen(path.slice(1));
      }
      const { lang } = scene.stage;
      const [other, back] = lang === 'en' ? ['fr-CA', 'fr'] : ['en-CA', 'en'];
      await visitor.follow(visitor.words.frame.otherLanguage);
      assert.equal(await visitor.page.getAttribute('html', 'lang'), other);
      await visitor.goto('/');
      assert.equal(await visitor.page.getAttribute('html', 'lang'), other, `${back} is remembered`);
      await visitor.goto(`/language/${lang}?back=/`);
    },
  },
];
