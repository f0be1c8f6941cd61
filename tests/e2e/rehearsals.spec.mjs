// Rehearsals: scenes in steps that work with the browser alone, and lead nowhere before an end.
import { readFileSync } from 'node:fs';
import {
  LANGUAGES, content, expect, heading, link, open, overflow, ready, settings, test, violations, words,
} from './portal.mjs';

const scenes = JSON.parse(readFileSync(new URL('../../public/content/shared/rehearsals.json', import.meta.url), 'utf8'));
const told = (lang, slug) => content(lang, `rehearsals/${slug}`);
const stepOf = (story, id) => story.steps.find((step) => step.id === id);
const before = (scene, id) => scene.steps.find(({ choices = [] }) => choices.some(({ to }) => to === id))?.id;
const frame = words.vi.rehearsal;

/** Each step with the ids that lead to it, the first first. */
function paths(scene, id = scene.steps[0].id, way = [scene.steps[0].id]) {
  const { choices = [] } = scene.steps.find((step) => step.id === id);
  return [way, ...choices.flatMap(({ to }) => paths(scene, to, [...way, to]))];
}
/** The step that is shown, by its role and name. */
const shown = (page, story, id) => page.getByRole('region', { name: stepOf(story, id).title, exact: true });
/** The links of a step with the words of a choice. */
const choice = (page, story, from, to) =>
  shown(page, story, from).getByRole('link', { name: stepOf(story, to).choice, exact: true });
const steps = (page) => page.locator('section[id^="buoc-"]').filter({ visible: true });

/** What the accessibility tree says of the step that is shown. */
const described = (page) => steps(page).evaluate((step) =>
  document.getElementById(step.getAttribute('aria-describedby'))?.textContent);

test('the list leads to every scene and tells no verdict', async ({ page }) => {
  await open(page, 'tap-duot/');
  await expect(heading(page, content('vi', 'pages').rehearsals.title)).toBeVisible();
  for (const scene of scenes) {
    const story = told('vi', scene.slug);
    await expect(link(page, story.title)).toHaveAttribute('href', `/tap-duot/${scene.slug}/`);
  }
  for (const verdict of [frame.scam, frame.genuine]) await expect(page.getByText(verdict)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'có người gọi đe dọa, đòi tiền' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const [lang, prefix] of Object.entries(LANGUAGES)) {
    for (const scene of scenes) {
      test(`${lang}: every path of ${scene.slug} shows one step, its banner and an end`, async ({ page }) => {
        const story = told(lang, scene.slug);
        const { banner, back, again, stop, check, tell } = words[lang].rehearsal;
        for (const way of paths(scene)) {
          const id = way.at(-1);
          const { end } = scene.steps.find((step) => step.id === id);
          await page.goto(`${prefix}tap-duot/${scene.slug}/${way.length > 1 ? `#buoc-${id}` : ''}`);
          await expect(steps(page)).toHaveCount(1);
          const step = shown(page, story, id);
          await expect(step).toBeVisible();
          await expect(step.getByText(banner, { exact: true })).toBeVisible();
          expect(await step.getAttribute('aria-describedby')).toBe(`buoc-${id}-banner`);
          const hrefs = await step.getByRole('link').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
          if (way.length > 1) {
            await expect(step.getByRole('link', { name: back, exact: true })).toHaveAttribute('href', `#buoc-${before(scene, id)}`);
            await expect(step.getByRole('link', { name: again, exact: true })).toHaveAttribute('href', `#buoc-${scene.steps[0].id}`);
          }
          if (end) for (const habit of [stop, check, tell]) await expect(step.getByText(habit, { exact: true })).toBeVisible();
          else for (const href of hrefs) expect(href).toMatch(/^#buoc-/);
        }
      });
    }
  }

  test('choices lead on, one step leads back, the start is one press away', async ({ page }) => {
    const scene = scenes[0];
    const story = told('vi', scene.slug);
    await page.goto(`tap-duot/${scene.slug}/`);
    await choice(page, story, 'chuong', 'nghe').click();
    await choice(page, story, 'nghe', 'gui-ma').click();
    await shown(page, story, 'gui-ma').getByRole('link', { name: frame.back }).click();
    await expect(shown(page, story, 'nghe')).toBeVisible();
    await choice(page, story, 'nghe', 'tat-may').click();
    await choice(page, story, 'tat-may', 'hoa-don').click();
    const end = shown(page, story, 'hoa-don');
    await expect(end.getByRole('heading', { name: frame.scam })).toBeVisible();
    await expect(end.getByRole('link', { name: '113' })).toHaveAttribute('href', 'tel:113');
    await expect(end.getByText(words.vi.confidences.unconfirmed.toLowerCase())).toBeVisible();
    await expect(end.getByText(words.vi.headings.channel_stale.trim())).toBeVisible();
    await end.getByRole('link', { name: frame.again }).click();
    await expect(shown(page, story, 'chuong')).toBeVisible();
    await expect(steps(page)).toHaveCount(1);
  });
});

test('a scene is played with the keyboard alone', async ({ page }) => {
  const scene = scenes[0];
  const story = told('vi', scene.slug);
  await open(page, `tap-duot/${scene.slug}/`);
  await choice(page, story, 'chuong', 'nghe').focus();
  await page.keyboard.press('Enter');
  await expect(shown(page, story, 'nghe'), 'the new step is where reading goes on').toBeFocused();
  expect(await described(page)).toBe(frame.banner);
  await page.keyboard.press('Tab');
  await expect(choice(page, story, 'nghe', 'tat-may')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shown(page, story, 'tat-may')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(shown(page, story, 'hoa-don')).toBeFocused();
});

test('a scene reached by links behaves as one that was loaded', async ({ page }) => {
  const scene = scenes[0];
  const story = told('vi', scene.slug);
  await open(page, 'giai-thich/cuoc-goi-lua-dao/');
  await expect(page.getByRole('heading', { name: frame.try_title })).toBeVisible();
  await link(page, story.title).click();
  await expect(heading(page, story.title)).toBeFocused();
  await expect(steps(page)).toHaveCount(1);
  await choice(page, story, 'chuong', 'nghe').click();
  await expect(shown(page, story, 'nghe')).toBeFocused();
  await expect(steps(page)).toHaveCount(1);
  await choice(page, story, 'nghe', 'hoi').click();
  await choice(page, story, 'hoi', 'thoi').click();
  await expect(shown(page, story, 'thoi')).toBeFocused();
  await shown(page, story, 'thoi').getByRole('link', { name: content('vi', 'explainers/cuoc-goi-lua-dao').task }).click();
  await expect(heading(page, content('vi', 'explainers/cuoc-goi-lua-dao').task)).toBeFocused();
  await page.goBack();
  await expect(shown(page, story, 'thoi'), 'back to the step that was left').toBeVisible();
  await expect(steps(page)).toHaveCount(1);
  await page.goBack();
  await expect(shown(page, story, 'hoi')).toBeVisible();
});

test('the home page and the footer lead to the scenes', async ({ page }) => {
  await open(page, '');
  const door = content('vi', 'home').doors.find(({ id }) => id === 'try');
  expect(door.meta).toContain(String(scenes.length));
  await link(page, door.title).click();
  await expect(page).toHaveURL(/\/tu-danh-gia\/$/);
  await page.getByRole('main').getByRole('link', { name: words.vi.nav.rehearsals }).first().click();
  await expect(page).toHaveURL(/\/tap-duot\/$/);
  await expect(page.getByRole('contentinfo').getByRole('link', { name: words.vi.nav.rehearsals })).toHaveAttribute('href', '/tap-duot/');
});

for (const scene of scenes) {
  test(`${scene.slug}: everybody can use its start and its ends`, async ({ page }) => {
    test.slow();
    const last = scene.steps.filter(({ end }) => end);
    await page.setViewportSize({ width: 320, height: 568 });
    for (const id of ['', `#buoc-${last[0].id}`, `#buoc-${last.at(-1).id}`]) {
      await page.goto(`tap-duot/${scene.slug}/${id}`);
      await page.reload();
      await ready(page);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await violations(page), `${id} ${colorScheme}`).toEqual([]);
      }
    }
    for (const { id } of scene.steps) {
      await page.evaluate((to) => { location.hash = to; }, `buoc-${id}`);
      expect.soft(await overflow(page), `320 px, ${id}`).toEqual([]);
      const small = await steps(page).getByRole('link').evaluateAll((links) => links
        .filter((a) => a.matches('.choice, .chip') && a.getBoundingClientRect().height < 44).map((a) => a.textContent));
      expect.soft(small, id).toEqual([]);
    }
    await settings(page).click();
    await page.getByRole('radio', { name: words.vi.settings.text_200 }).check();
    await page.keyboard.press('Escape');
    for (const { id } of scene.steps) {
      await page.evaluate((to) => { location.hash = to; }, `buoc-${id}`);
      expect.soft(await overflow(page), `320 px, text 200 %, ${id}`).toEqual([]);
    }
  });
}

test('paper shows every step in order, numbered, with arrows instead of buttons', async ({ page }) => {
  const scene = scenes[0];
  const story = told('vi', scene.slug);
  await open(page, `tap-duot/${scene.slug}/#buoc-nghe`);
  await page.emulateMedia({ media: 'print' });
  const all = page.locator('section[id^="buoc-"]');
  await expect(all).toHaveCount(scene.steps.length);
  let top = -Infinity;
  for (const [index, { id }] of scene.steps.entries()) {
    const step = all.nth(index);
    await expect(step).toBeVisible();
    await expect(step.getByText(frame.banner)).toBeVisible();
    const title = step.getByRole('heading', { level: 2 });
    await expect(title).toHaveText(`${frame.step_no.replace('{n}', String(index + 1))} ${stepOf(story, id).title}`);
    const { y } = await title.boundingBox();
    expect(y).toBeGreaterThan(top);
    top = y;
  }
  for (const { id, choices = [] } of scene.steps) {
    for (const { to } of choices) {
      const number = scene.steps.findIndex((step) => step.id === to) + 1;
      await expect(page.locator(`#buoc-${id}`)).toContainText(frame.to_step.replace('{n}', String(number)));
    }
  }
  await expect(page.getByRole('link', { name: frame.back }).filter({ visible: true })).toHaveCount(0);
});

test('a scene asks nobody for anything and stores nothing', async ({ page }) => {
  const scene = scenes.at(-1);
  await open(page, `tap-duot/${scene.slug}/`);
  await expect(page.getByRole('main').locator('input, select, textarea, form')).toHaveCount(0);
  for (const { id } of scene.steps) await page.evaluate((to) => { location.hash = to; }, `buoc-${id}`);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
