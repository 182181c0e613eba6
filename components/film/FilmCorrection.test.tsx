import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeFilm } from '../../lib/films/make-film.ts';
import { t } from '../../lib/i18n/messages.ts';
import { FilmCorrection } from './FilmCorrection.tsx';

afterEach(cleanup);

const film = makeFilm({ title: 'Dune', year: 1984, refs: ['title:dune:1984'], directors: ['David Lynch'] });

/** Opens the question with a click on a button, as in the popup. */
async function openQuestion(title = 'Dune') {
  const [onChoose, suggest] = [
    vi.fn(),
    vi.fn(() => Promise.resolve([{ film, otherTitle: null, own: null }])),
  ];
  function Opener() {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <button onClick={() => setOpen(true)}>Open</button>
        {isOpen && <FilmCorrection {...{ title, suggest, onChoose }} onCancel={() => setOpen(false)} />}
      </>
    );
  }
  render(<Opener />);
  const opener = screen.getByText('Open');
  opener.focus();
  fireEvent.click(opener);
  return { onChoose, suggest, opener, field: await screen.findByRole<HTMLInputElement>('combobox') };
}

describe('the question which film a page means', () => {
  test('searches the title of the page at once, and writes nothing', async () => {
    const { onChoose, suggest, field } = await openQuestion();
    await screen.findByRole('option');
    expect(suggest).toHaveBeenCalledWith('Dune');
    expect(document.activeElement).toBe(field);
    expect(onChoose).not.toHaveBeenCalled();
  });

  test('takes a film that was found, and adds none by hand', async () => {
    const { onChoose, field } = await openQuestion();
    expect(await screen.findAllByRole('option')).toHaveLength(1);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(film);
  });

  test('takes "None of these" even for a title that is too short to search', async () => {
    const { onChoose } = await openQuestion('M');
    fireEvent.click(screen.getByText(t('candidatesNone')));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(null);
  });

  test('the buttons stay under the pointer, since the field keeps the focus', async () => {
    await openQuestion();
    await screen.findByRole('option');
    expect(fireEvent.pointerDown(screen.getByText(t('candidatesNone')))).toBe(false);
  });

  test('Escape in the empty field closes it, and the focus goes back', async () => {
    const { onChoose, opener, field } = await openQuestion();
    await screen.findByRole('option');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(onChoose).not.toHaveBeenCalled();
  });
});
