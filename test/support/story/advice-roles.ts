import assert from 'node:assert/strict';
import type { Lang } from '../../../src/words/lang.ts';
import { tidy, type Walker } from '../walker.ts';
import { type Asked, openFromWorklist } from './advice.ts';
import { cast } from './cast.ts';
import type { Chapter } from './chapters.ts';
import type { Scene } from './scene.ts';
import { fillPhq9, sentRequest } from './send.ts';

/** Somebody of the practice's list. */
const patient = /Dhaliwal/;

const said: Record<
  Lang,
  Record<'problem' | 'title' | 'advice' | 'task' | 'more' | 'back' | 'lesson' | 'why', string>
> = {
  en: {
    problem: 'Depression in remission on sertraline for two years. May it be stopped, and how?',
    title: 'Stopping sertraline after two years',
    advice: 'Yes. Lower it by a quarter every four weeks, and see her after each step.',
    task: 'Lower sertraline to 75 mg',
    more: 'She takes care of her father; should we wait until spring?',
    back: 'Yes, wait for a calm month. Nothing is lost by that.',
    lesson: 'It may wait for a calm month.',
    why: 'A visit tells more than a letter here.',
  },
  fr: {
    problem: 'Dépression en rémission sous sertraline depuis deux ans. Peut-on l’arrêter, et comment?',
    title: 'Arrêt de la sertraline après deux ans',
    advice: 'Oui. Réduire d’un quart toutes les quatre semaines, et la revoir après chaque palier.',
    task: 'Réduire la sertraline à 75 mg',
    more: 'Elle s’occupe de son père; faut-il attendre le printemps?',
    back: 'Oui, attendre un mois calme. Rien n’est perdu.',
    lesson: 'On peut attendre un mois calme.',
    why: 'Une visite en dit plus qu’une lettre ici.',
  },
};

const wordsOf = ({ stage }: Scene) => said[stage.lang];

/** From the problem to the form of the provincial group, for somebody of the practice's list. */
async function toForm(asker: Walker, problem: string): Promise<void> {
  const { page, words } = asker;
  await asker.goto('/ask');
  await asker.press(page.getByRole('button', { name: patient }).first());
  await page.fill('[name=problem]', problem);
  await asker.pressButton(words.ask.show);
  const group = page.getByRole('region', { name: words.ask.advice }).locator('article').first();
  await asker.press(group.getByRole('button', { name: new RegExp(`^${words.ask.askGroup}`) }));
}

async function sends(asker: Walker, title: string): Promise<Asked> {
  const { page, words } = asker;
  await page.fill('[name=title]', title);
  await page.check('[name=adviceConsent][value=yes]');
  await fillPhq9(asker, false);
  await asker.pressButton(words.drafts.send.econsult);
  return sentRequest(asker);
}

/** The delegate prepares the question and names nobody; it goes out in the physician's name. */
async function delegateAsks(scene: Scene): Promise<void> {
  const { problem, title } = wordsOf(scene);
  const delegate = await scene.as(cast.delegate);
  await toForm(delegate, problem);
  await delegate.page.selectOption('[name=wanted]', 'best-match');
  await delegate.seen('draft-by-delegate');
  const asked = await sends(delegate, title);
  assert.ok((await delegate.text()).includes(cast.physician), 'in whose name it went');
  scene.requests.set('first', asked);
  const physician = await scene.as(cast.physician);
  await physician.goto('/worklist/waits-on-others');
  assert.ok((await physician.text()).match(patient));
}

/** The assigner reads that the best match is wished for, who is suggested and why, and takes the suggestion. */
async function assignerAssigns(scene: Scene): Promise<void> {
  const asked = scene.request('first');
  const assigner = await scene.as(cast.assigner);
  const { page, words } = assigner;
  await openFromWorklist(assigner, asked);
  await assigner.follow(words.econsult.verbs.assign);
  const form = await assigner.text();
  assert.ok(form.includes(tidy(words.acts.wantsBest)), form);
  assert.ok(form.includes(tidy(words.acts.suggested(words.econsult.assignReasons['best-match']))), form);
  assert.ok(await page.getByLabel(cast.specialist).isChecked(), 'the suggestion is chosen already');
  await assigner.seen('assign-suggested');
  await assigner.pressButton(words.econsult.verbs.assign, page.locator('form.act'));
  assert.ok((await assigner.text()).includes(cast.specialist));
}

/** From the link of the mail the answer is three presses away, on a phone. */
async function specialistAnswers(scene: Scene): Promise<void> {
  const { advice, task } = wordsOf(scene);
  const asked = scene.request('first');
  const specialist = await scene.as(cast.specialist);
  const { page, words } = specialist;
  assert.ok(page.viewportSize()!.width < 400);
  const mail = await (await scene.mailbox()).latest('emeka.strandberg@demo.example');
  await specialist.goto(mail.link);
  assert.ok(page.url().includes(asked.request), 'the link leads to the question');
  // One: answer. Two: minutes and text are typed, and it is previewed. Three: it is sent.
  await specialist.follow(words.econsult.verbs.answer);
  await page.fill('[name=text]', advice);
  await page.locator('[name=task]').first().fill(task);
  await page.fill('[name=minutes]', '8');
  await specialist.seen('answer-on-the-phone');
  await specialist.pressButton(words.acts.sendAnswer);
  assert.ok((await specialist.text()).includes(words.econsult.statusesToReceiver.answered));
}

/** The physician asks again and is answered, writes to the patient, does what was advised, and closes. */
async function requesterActs(scene: Scene): Promise<void> {
  const { more, back, advice } = wordsOf(scene);
  const asked = scene.request('first');
  const [physician, specialist] = [await scene.as(cast.physician), await scene.as(cast.specialist)];
  const { page, words } = physician;
  await openFromWorklist(physician, asked);
  assert.ok((await physician.text()).includes(advice));
  await physician.goto(await actOn(physician, 'follow-up'));
  await page.fill('[name=question]', more);
  await physician.seen('follow-up');
  await physician.pressButton(words.econsult.verbs['follow-up'], page.locator('form.act'));
  await openFromWorklist(specialist, asked);
  assert.ok((await specialist.text()).includes(more));
  await specialist.follow(words.econsult.verbs.answer);
  await specialist.page.fill('[name=text]', back);
  await specialist.page.fill('[name=minutes]', '3');
  await specialist.pressButton(words.acts.sendAnswer);
  await openFromWorklist(physician, asked);
  assert.ok((await physician.text()).includes(back));
  await physician.goto(await letterPath(physician));
  await physician.seen('patient-letter');
  // The answer names no task: its own words wait in brackets to be said in plain ones.
  await physician.pressButton(words.answerLetter.print);
  assert.ok((await physician.text()).includes(words.answerLetter.notPlain));
  const drafted = await page.inputValue('[name=text]');
  assert.ok(drafted.includes(back));
  await page.fill('[name=text]', drafted.replace(/\[[^\]]*\]/, back));
  await physician.pressButton(words.answerLetter.print);
  await physician.seen('patient-letter-printed');
  await openFromWorklist(physician, asked);
  await physician.pressButton(words.story.markDone);
  await physician.goto(await actOn(physician, 'close'));
  for (const [name, value] of [
    ['outcome', 'new-advice'],
    ['referral', 'avoided'],
  ])
    await page.check(`[name=${name}][value=${value}]`);
  await physician.pressButton(words.econsult.verbs.close, page.locator('form.act'));
  assert.match(page.url(), /close/, 'half a survey closes nothing');
  assert.ok(await page.locator('[name=outcome][value=new-advice]').isChecked(), 'what was ticked stays');
  await physician.seen('survey-half');
  for (const name of ['patientValue', 'providerValue']) await page.check(`[name=${name}][value="5"]`);
  await physician.pressButton(words.econsult.verbs.close, page.locator('form.act'));
  assert.ok((await physician.text()).includes(words.econsult.statuses.closed));
}

/** A second question is returned with a service that fits better, and goes there with one press. */
async function groupReturns(scene: Scene): Promise<void> {
  const { problem, title, why } = wordsOf(scene);
  const [physician, assigner] = [await scene.as(cast.physician), await scene.as(cast.assigner)];
  await toForm(physician, problem);
  const asked = await sends(physician, `${title} (2)`);
  await openFromWorklist(assigner, asked);
  const { page, words } = assigner;
  await assigner.goto(await actOn(assigner, 'turn-back'));
  await page.check('[name=reason][value=needs-visit]');
  await page.fill('[name=text]', why);
  await assigner.pressButton(words.econsult.verbs['turn-back'], page.locator('form.act'));
  assert.ok(
    await page.locator('[name=reason][value=needs-visit]').isChecked(),
    'without a way on it comes back as typed',
  );
  await assigner.seen('turn-back-error');
  await page.fill('[name=look]', scene.script.assessment);
  await assigner.pressButton(words.referralActs.services.search);
  await page.getByLabel(scene.script.assessment).first().check();
  await assigner.seen('turn-back');
  await assigner.pressButton(words.econsult.verbs['turn-back'], page.locator('form.act'));
  assert.ok((await assigner.text()).includes(words.econsult.statusesToReceiver.returned));
  await openFromWorklist(physician, asked);
  const read = await physician.text();
  assert.ok(read.includes(why) && read.includes(scene.script.assessment), read);
  await physician.seen('returned');
  await physician.pressButton(words.referralActs.sendOn.button);
  assert.ok((await physician.text()).includes(words.econsult.statuses.redirected));
}

/** The lead sees how the group stands, and that a specialist who goes away is not suggested any more. */
async function leadKeeps(scene: Scene): Promise<void> {
  const lead = await scene.as(cast.assigner);
  const { page, words } = lead;
  await lead.goto('/groups');
  await lead.press(page.locator('main table a').first());
  const card = page.locator('section.card', { hasText: cast.specialist });
  await card.locator('details > summary').click();
  const today = new Date().toISOString().slice(0, 10);
  const later = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await card.locator('[name=from]').fill(today);
  await card.locator('[name=until]').fill(later);
  await lead.press(card.getByRole('button', { name: words.groups.addAway }));
  await lead.seen('group-away');
  const physician = await scene.as(cast.physician);
  await toForm(physician, wordsOf(scene).problem);
  const whom = physician.page.locator('[name=wanted]');
  assert.ok(!(await whom.innerText()).includes(cast.specialist), 'nobody is offered who is away');
  assert.ok((await whom.innerText()).includes(cast.secondSpecialist));
  await whom.selectOption({
    label: (await whom.locator('option', { hasText: cast.secondSpecialist }).innerText()).trim(),
  });
  await physician.seen('draft-whom');
  const asked = await sends(physician, `${wordsOf(scene).title} (3)`);
  assert.ok((await physician.text()).includes(cast.secondSpecialist), 'it is hers at once');
  const second = await scene.as(cast.secondSpecialist);
  await openFromWorklist(second, asked);
  await second.goto(await actOn(second, 'release'));
  await second.pressButton(words.econsult.verbs.release, second.page.locator('form.act'));
  await openFromWorklist(lead, asked);
  await lead.follow(words.econsult.verbs.assign);
  assert.ok((await lead.text()).includes(tidy(words.acts.cannotNow)));
  await lead.seen('assign-away');
  await lead.goto('/figures');
  await lead.seen('figures');
  await second.goto('/learning/new');
  await second.seen('learning-new');
  await second.goto('/library/mine');
  await second.seen('credits-empty');
}

/** Where the page of a verb of the case on this page is; the bar keeps some of them folded. */
async function actOn({ page }: Walker, verb: string): Promise<string> {
  return (await page.locator(`a[href*="/econsults/"][href$="/${verb}"]`).first().getAttribute('href'))!;
}

async function letterPath({ page }: Walker): Promise<string> {
  return (await page.locator('a[href$="/patient-letter"]').first().getAttribute('href'))!;
}

/** What a delegate, an assigner, a specialist on the phone, a requester and a lead do with questions for advice. */
export const adviceRoles: readonly Chapter[] = [
  { title: 'a delegate asks in the physician’s name', play: delegateAsks },
  { title: 'the assigner takes the suggestion', play: assignerAssigns },
  { title: 'the specialist answers on the phone, three presses from the mail', play: specialistAnswers },
  { title: 'the requester asks again, writes to the patient, acts and closes', play: requesterActs },
  { title: 'the group returns a question, and it goes on with one press', play: groupReturns },
  { title: 'the lead keeps the group; who is away is not asked', play: leadKeeps },
];
