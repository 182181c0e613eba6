import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { FormattedText } from './FormattedText.tsx';

afterEach(cleanup);

test('shows a text at once, and then with its formatting', async () => {
  const { container, rerender } = render(<FormattedText class="words" text="A *slow* film" />);
  expect(container.textContent).toBe('A *slow* film');
  await waitFor(() => expect(container.querySelector('em')?.textContent).toBe('slow'));
  expect(container.firstElementChild?.className).toContain('formatted');
  rerender(<FormattedText class="words cut" text="A *slow* film" />);
  expect(container.querySelector('em')?.textContent).toBe('slow');
  rerender(<FormattedText class="words" text="A *loud* film" />);
  await waitFor(() => expect(container.querySelector('em')?.textContent).toBe('loud'));
  expect(screen.queryByText('slow')).toBeNull();
});

test('leaves a text without formatting as it is, with its line breaks', async () => {
  const { container } = render(<FormattedText class="words" text={'Fine.\n\nReally.'} />);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(container.firstElementChild?.className.trim()).toBe('words');
  expect(container.textContent).toBe('Fine.\n\nReally.');
});
