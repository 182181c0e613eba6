import de from '../../public/_locales/de/messages.json' with { type: 'json' };
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expect, test } from 'vitest';

// The user's rating is on the same line as the button. The panel is 326 px wide in every state, since a page can measure it.
test.each([
  ['en', en],
  ['de', de],
])('the button of the details leaves room for "4½ Sterne · gesehen": %s', (_, messages) => {
  expect(messages.detailsAct.message.length).toBeLessThanOrEqual(14);
});
