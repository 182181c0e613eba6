import { cleanText } from '../../../text/text.ts';
import { isClosed, rawText } from '../../dom.ts';
import { parseCount } from '../../../review-text/parse-count.ts';
import type { Line } from '../lines.ts';

const selectors =
  '.comments-title, #comments-title, #comments, #comments > p, .comment-count, .comments-count, .comments-link, a[href*="#comment"], a[href*="#respond"], #respond p, [class*="comment" i] h2, [class*="comment" i] h3, [class*="comment" i] h4, h2[class*="comment" i], h3[class*="comment" i], .replies h2, .replies h3, .responses h2, .responses h3, [class*="comment-button" i]';
const words = String.raw`(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti?|thoughts?|responses?|replies|repl(?:y|ies)|antworten|reacties?|reactie|kommentarer?|kommenttia|komentarz[ey]?|komentářů?|komentáře?|komentárov|komentáre?|hozzászólás|comentarii|yorum|комментари(?:й|я|ев|и)|коментар(?:ів|і|ь)?|коментара?|σχόλια|コメント|件のコメント|评论|評論|留言|回复|댓글|답글)`;
const before = new RegExp(
  String.raw`^\D{0,20}?(\d[\d.,]*)\s*(?:件の|条|則|则|개의?\s*)?${words}(?!\p{L})`,
  'iu',
);
const after = new RegExp(
  String.raw`^${words}\s*[:：]?\s*[([（]?\s*(\d[\d.,]*)\s*(?:件|条|則|则|개)?\s*[)\]）]?$`,
  'iu',
);
const one =
  /^(?:one|ein|un|uno|um|een|ett?|jeden|один|bir)\s+(?:comment|kommentar|commentaire|comentario|comentário|commento|thought|response|reactie|komentarz|komentář|комментарий|yorum)(?!\p{L})/iu;
const none =
  /^(?:no (?:comments?|responses)|keine kommentare|aucun commentaire|(?:sin|no hay) comentarios|nessun commento|sem comentários|nenhum comentário|geen reacties|inga kommentarer|ingen kommentarer|ei kommentteja|brak komentarzy|žádné komentáře|nincs hozzászólás|niciun comentariu|henüz yorum yok|yorum yok|нет комментариев|комментариев нет|немає коментарів|няма коментари|コメントはありません|暂无评论|暫無評論|댓글이 없습니다|be the first to comment)/iu;

function parseComments(text: string): number | null {
  const count = before.exec(text)?.[1] ?? after.exec(text)?.[1];
  if (count) return parseCount(count);
  if (one.test(text)) return 1;
  return none.test(text) ? 0 : null;
}

/** The number of comments that the page states; null if it states none. */
export function findComments(root: Element, lines: Line[]): number | null {
  const elements = Array.from(root.querySelectorAll(selectors))
    .filter((element) => !isClosed(element))
    .slice(0, 60);
  const texts = [
    ...elements.map((element) => cleanText(rawText(element, 100))),
    ...lines.filter(({ text }) => text.length <= 60).map(({ text }) => text),
  ];
  const counts = texts.map((text) => parseComments(text.slice(0, 80)));
  return counts.find((count) => count !== null) ?? null;
}
