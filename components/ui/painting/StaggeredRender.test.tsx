import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { StaggeredRender } from './StaggeredRender.tsx';

afterEach(cleanup);

function list(word: string, onDraw: (text: string) => void = () => undefined) {
  const Part = ({ text }: { text: string }) => {
    onDraw(text);
    return <p>{text}</p>;
  };
  return ['one', 'two', 'three'].map((place) => <Part key={place} text={`${word} ${place}`} />);
}
const read = (): (string | null)[] => screen.queryAllByText(/./).map((part) => part.textContent);

test('renders the first part at once and the others one after another', async () => {
  render(<StaggeredRender parts={list('old')} />);
  expect(read()).toEqual(['old one']);
  await waitFor(() => expect(read()).toEqual(['old one', 'old two', 'old three']));
});

test('shows the old part until the new one is rendered', async () => {
  const parts = list('old');
  const { rerender } = render(<StaggeredRender parts={parts} />);
  await waitFor(() => expect(read()).toHaveLength(3));
  rerender(<StaggeredRender parts={list('new')} />);
  expect(read()).toEqual(['new one', 'old two', 'old three']);
  await waitFor(() => expect(read()).toEqual(['new one', 'new two', 'new three']));
});

test('does not render a part twice', async () => {
  const onDraw = vi.fn();
  const parts = list('old', onDraw);
  const { rerender } = render(<StaggeredRender parts={parts} />);
  await waitFor(() => expect(read()).toHaveLength(3));
  rerender(<StaggeredRender parts={parts} />);
  expect(onDraw.mock.calls.flat()).toEqual(['old one', 'old two', 'old three']);
});

test('accepts an empty list', () => {
  render(<StaggeredRender parts={[]} />);
  expect(read()).toEqual([]);
});
