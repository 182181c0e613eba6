// The scenarios with a real WordPress. `npm run test:servers` installs it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testFollowing } from './blog-scenarios.ts';
import { WordPressBlog } from './wordpress-blog.ts';

let blog: WordPressBlog | undefined;
const open = (): WordPressBlog => {
  if (!blog) throw new Error('WordPress did not start');
  return blog;
};

beforeAll(async () => {
  blog = await WordPressBlog.start();
});
afterAll(async () => {
  await blog?.stop();
});

testFollowing(open);

test('the pages, the endpoints and the feed of the blog are WordPress’s own', async () => {
  const { url } = open();
  await open().reset();
  await open().publish({ title: 'Her – Review', text: '<p>Rating: 4/5</p>' });
  const page = await (await fetch(url)).text();
  expect(page).toMatch(/<link rel="https:\/\/api\.w\.org\/"/);
  expect(await (await fetch(`${url}feed/`)).text()).toMatch(/<generator>https:\/\/wordpress\.org\/\?v=/);
});
