import { useEffect, useState } from 'preact/hooks';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { narrowPage, useMedia } from '../ui/page/use-media.ts';

/** A section of a page: its id, which is its address, and its name. */
export interface PageSection {
  id: string;
  words: MessageKey;
}

/** Returns the id of the section in view: the last one that begins in the upper third, or the last of all at the end. */
function findSectionInView(sections: readonly PageSection[]): string {
  const { scrollHeight } = document.documentElement;
  if (scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2) return sections.at(-1)?.id ?? '';
  const begun = sections.filter(({ id }) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    return top !== undefined && top <= innerHeight / 3;
  });
  return (begun.at(-1) ?? sections[0])?.id ?? '';
}

function useSectionInView(sections: readonly PageSection[]): string {
  const [inView, setInView] = useState(sections[0]?.id ?? '');
  useEffect(() => {
    let frame = 0;
    const follow = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setInView(findSectionInView(sections)));
    };
    follow();
    addEventListener('scroll', follow, { passive: true });
    addEventListener('resize', follow);
    // Sections come and grow as they are loaded.
    const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(follow) : null;
    observer?.observe(document.body);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', follow);
      removeEventListener('resize', follow);
      observer?.disconnect();
    };
  }, [sections]);
  return inView;
}

/** Says of a section whether what it is about works. */
interface SectionMark {
  works: boolean;
  words: MessageKey;
}

interface SectionRailProps {
  sections: readonly PageSection[];
  /** The marks by the sections' ids. */
  marks?: Readonly<Record<string, SectionMark | null>>;
}

function Mark({ mark }: { mark: SectionMark | null | undefined }) {
  if (!mark) return null;
  return (
    <span class={`rail-mark ${mark.works ? '' : 'fails'}`}>
      <Icon name={mark.works ? 'tick' : 'warning'} />
      <span class="hidden-text">{t(mark.words)}</span>
    </span>
  );
}

/** The way to the sections of a page: a rail that marks the one in view, or one choice on top of a narrow page. */
export function SectionRail({ sections, marks = {} }: SectionRailProps) {
  const inView = useSectionInView(sections);
  if (useMedia(narrowPage))
    return (
      <nav class="section-choice" aria-label={t('optionsContents')}>
        <label class="field">
          <span class="hidden-text">{t('optionsContents')}</span>
          <select
            class="input"
            value={inView}
            onChange={({ currentTarget }) => (location.hash = currentTarget.value)}
          >
            {sections.map(({ id, words }) => (
              <option key={id} value={id}>
                {t(words)}
                {marks[id] && ` (${t(marks[id].words)})`}
              </option>
            ))}
          </select>
        </label>
      </nav>
    );
  return (
    <nav class="section-rail" aria-label={t('optionsContents')}>
      {sections.map(({ id, words }) => (
        <a key={id} href={`#${id}`} aria-current={id === inView ? 'true' : undefined}>
          {t(words)}
          <Mark mark={marks[id]} />
        </a>
      ))}
    </nav>
  );
}
