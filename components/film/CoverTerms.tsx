import { useContext } from 'preact/hooks';
import { CoverPicturesContext } from '../ui/cover/cover-pictures.ts';
import { SourceTerms } from './SourceTerms.tsx';

/** The sentence that TMDB requires where its pictures are shown; nothing while the page has shown none. */
export function CoverTerms() {
  const pictures = useContext(CoverPicturesContext);
  if (!pictures?.hasTmdb.value) return null;
  return (
    <p class="muted cover-terms">
      <SourceTerms source="tmdb" />
    </p>
  );
}
