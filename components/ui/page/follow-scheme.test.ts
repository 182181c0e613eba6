import { expect, test, vi } from 'vitest';
import { showTheme } from '../../../lib/settings/shown-appearance.ts';
import { followScheme } from './follow-scheme.ts';

test('tells of a theme that the user chooses, until it ends', async () => {
  const onChange = vi.fn();
  const end = followScheme(onChange);
  showTheme('dark');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  end();
  showTheme('system');
  await new Promise((resolve) => setTimeout(resolve));
  expect(onChange).toHaveBeenCalledOnce();
});
