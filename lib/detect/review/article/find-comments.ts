import { cleanText } from '../../../text/text.ts';
import { attribute, isClosed, nameOf, parentOf, rawText } from '../../dom.ts';
import { parseCount } from '../../../review-text/parse-count.ts';
import { isSkipped, type Line } from '../lines.ts';

const selectors =
  '.comments-title, #comments-title, #comments, #comments > p, .comment-count, .comments-count, .comments-link, a[href*="#comment"], a[href*="#respond"], #respond p, [class*="comment" i] h2, [class*="comment" i] h3, [class*="comment" i] h4, h2[class*="comment" i], h3[class*="comment" i], .replies h2, .replies h3, .responses h2, .responses h3, [class*="comment-button" i]';
const small = 'a, span, li, small, strong, [class*="comment" i], [data-hook*="comment" i]';
const words = String.raw`(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti?|thoughts?|responses?|replies|repl(?:y|ies)|antworten|reacties?|reactie|kommentarer?|kommenttia|komentarz[ey]?|komentářů?|komentáře?|komentárov|komentáre?|hozzászólás|comentarii|yorum|комментари(?:й|я|ев|и)|коментар(?:ів|і|ь)?|коментара?|σχόλια|コメント|件のコメント|评论|評論|留言|回复|댓글|답글|svar|vastausta|răspunsuri|réponses?|respuestas?|risposte|respostes?|respostas?|odpovědi|odpověd[ií]|odpowiedzi|yanıt|ответ(?:а|ов)?|відповід(?:ь|і|ей)|απαντήσεις|απάντηση|comentaris?|bình luận|phản hồi|komentar|tanggapan|balasan|תגובות|תגובה|تعليقات?|ردود|ความคิดเห็น|ความเห็น)`;
const before = new RegExp(
  String.raw`^\D{0,20}?(\d[\d.,]*)\s*(?:件の|条|則|则|개의?\s*)?${words}(?!\p{L})`,
  'iu',
);
const after = new RegExp(
  String.raw`^${words}\s*[:：]?\s*[([（]?\s*(\d[\d.,]*)\s*(?:件|条|則|则|개)?\s*[)\]）]?$`,
  'iu',
);
const one =
  /^(?:one|eine?|une?|una|uno|uma?|een|één|ett?|jeden|jedna|один|одна|μία|yksi|egy|bir|một|satu|תגובה אחת|تعليق واحد)\s+(?:comment|kommentar|commentaire|comentario|comentário|commento|thought|response|reactie|komentarz|komentář|комментарий|yorum|antwort|gedanke|réponse|réflexion|respuesta|risposta|resposta|svar|odpowiedź|odpověď|odpoveď|hozzászólás|răspuns|comentariu|yanıt|ответ|відповідь|απάντηση|vastaus|comentari|bình luận|komentar|balasan)(?!\p{L})|^(?:תגובה אחת|تعليق واحد|رد واحد)/iu;
const none =
  /^(?:no (?:comments?|responses)|keine kommentare|aucun commentaire|(?:sin|no hay) comentarios|nessun commento|sem comentários|nenhum comentário|geen reacties|inga kommentarer|ingen kommentarer|ei kommentteja|brak komentarzy|žádné komentáře|nincs hozzászólás|niciun comentariu|henüz yorum yok|yorum yok|нет комментариев|комментариев нет|немає коментарів|няма коментари|コメントはありません|暂无评论|暫無評論|댓글이 없습니다|chưa có bình luận|belum ada komentar|אין תגובות|לא התקבלו תגובות|لا توجد تعليقات|ไม่มีความคิดเห็น|(?:cap|sense) comentaris?|κανένα σχόλιο|ei kommentteja|be the first to comment)/iu;

/** A count within a line: "留言(2) 人氣(1,284)". */
const within = new RegExp(String.raw`(?:^|\s)${words}\s?[(（](\d[\d.,]*)[)）]`, 'iu');

function parseComments(text: string): number | null {
  const count = before.exec(text)?.[1] ?? after.exec(text)?.[1] ?? within.exec(text)?.[1];
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
  const stated = texts.map((text) => parseComments(text.slice(0, 80))).find((count) => count !== null);
  return stated ?? findAlone(root);
}

/** The count that small elements anywhere on the page have as their whole text, if they agree: "12 comments". */
function findAlone(root: Element): number | null {
  const elements = Array.from(root.querySelectorAll(small)).slice(0, 2000);
  const counts = elements.map((element) => {
    const text = isClosed(element) || isInSkipped(element) ? '' : cleanText(rawText(element, 40));
    const isButton =
      /^\d{1,6}$/.test(text) && /comment-?(?:button|count|link)/i.test(attribute(element, 'class'));
    return isButton ? Number(text) : /^\d/.test(text) && text.length <= 25 ? parseComments(text) : null;
  });
  const found = new Set(counts.filter((count) => count !== null));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function isInSkipped(element: Element): boolean {
  for (let at = parentOf(element); at; at = parentOf(at))
    if (isSkipped(at) && nameOf(at) !== 'footer') return true;
  return false;
}
