import { cleanText } from '../../../text/text.ts';
import { attribute, isClosed, rawText } from '../../dom.ts';
import type { Page } from '../../page.ts';
import type { Article } from '../article/find-article.ts';

/** What the sections of a page, its tags and its address say about it. */
export interface Sections {
  saysFilm: boolean;
  saysReview: boolean;
  /** Names of other kinds of work, such as "books" or "games". */
  saysOther: boolean;
  saysNews: boolean;
  /** Whether the site's own name is about films: "Filmnotizen". */
  isFilmSite: boolean;
}

const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const film = new RegExp(
  `${start}(?:films?|movies?|cin[eé](?:mas?|ph?il\\w*)?|kino|filme[nrs]?|filmy|filmer|filmek|filmler|pel[ií]culas?|sinema|bioscoop|biograf|bio|elokuvat?|film(?:kritik(?:en)?|rezension(?:en)?|recensie[s]?|recension(?:er)?|anmeldelser?|arvostelut?|tipps?|ele[sş]tiri\\w*)|кино|фильм[ыа]?|фільм[иі]?|филми?|ταινίες|σινεμά|phim|bioskop|pel·l[íi]cul(?:a|es)|ה?סרטים|קולנוע|أفلام|سينما|seventies|noir|sci-?fi|horror|western|thrillers?|polar|watched)${end}|映画|邦画|洋画|电影|電影|影评|影評|영화|หนัง(?!สือ)|ภาพยนตร์`,
  'iu',
);
const filmName =
  /film|kino|cin[eé]|movie|sinema|bioscoop|biograf|elokuva|pel[ií]cula|pellicola|pellicule|celluloid|matinee|screen|reel|popcorn|projection|projector|projektor|travelling|кино|кадр|фільм|ταιν|映画|シネマ|电影|電影|影院|影评|영화|상영|시네마|phim|bioskop|סינמ|קולנוע|سينما|หนัง(?!สือ)|ภาพยนตร์/iu;
const review = new RegExp(
  `${start}(?:(?:film-?)?(?:reviews?|kritik(?:en)?|rezension(?:en)?|besprechung(?:en)?|recensies?|recension(?:er)?|anmeldelser?|arvostelut?|recen[sz](?:je|ja|e|ie|ioni|ione|ii)|kritik[aáeo]k?|critiques?|cr[ií]ticas?|rese[nñ]has?|rese[nñ]as?|ele[sş]tiri(?:ler)?|inceleme(?:ler)?)|рецензи[ияй]|отзывы?|рецензії|κριτικ(?:ή|ές)|resensi|ulasan|ph[êe] b[ìi]nh|đánh giá|điểm phim|ressenyes|ביקור(?:ת|ות)|مراجع(?:ة|ات)|نقد)${end}|レビュー|感想|影评|影評|리뷰|평론|รีวิว|วิจารณ์`,
  'iu',
);
const other = new RegExp(
  `${start}(?:books?|b[üu]cher|buch|livres?|libros?|libri|livros?|ksi[aą][zż]ki|boeken|b[öo]cker|knihy|kirjat|литература|книги|kitap(?:lar)?|c[ăa]r[țt]i|k[öo]nyv(?:ek)?|bøker|bøger|βιβλία|games?|gaming|spiele|jeux|juegos|giochi|jogos|gry|spellen|spel|spill|spil|jocuri|játékok|παιχνίδια|hry|pelit|игры|oyun(?:lar)?|music|musik|musique|m[uú]sica|muzyka|muziek|hudba|musiikki|музыка|m[üu]zik|muzic[ăa]|zene|μουσική|albums?|tv|televisi[oó]n|television|series?|serien|s[ée]ries|seriale|seri[áa]ly|сериалы|diziler|theat(?:re|er)|stage|teatro|teatr|teater|teatru|sz[íi]nh[áa]z|θέατρο|toneel|divadlo|teatteri|театр|tiyatro|restaurants?|food|recipes?|rezepte|recettes?|recetas|ricette|receitas|przepisy|recepten|recept|travel|reisen?|voyages?|viajes|viaggi|viagens|tech|software|gadgets?|hardware|release|sports?|s[áa]ch|âm nhạc|truyện|buku|gim|llibres?|teatre|ספרים|ספרות|מוזיקה|סדרות|תיאטרון|كتب|روايات|موسيقى|مسلسلات|ألعاب|مطاعم)${end}|書評|读书|讀書|图书|小説|音楽|音乐|ゲーム|游戏|게임|음악|도서|舞台|旅行|料理|หนังสือ|เพลง|ซีรีส์|เกม|ร้านอาหาร`,
  'iu',
);
const news = new RegExp(
  `${start}(?:(?:film-?|kino)?news|nachrichten|actu(?:alit[ée]s?)?|noticias|not[ií]cias|notizie|nieuws|nyheter|nyheder|uutiset|wiadomo[sś]ci|aktuality|hírek|[sş]tiri|haberler|новости|новини|νέα|obituar(?:y|ies)|nachrufe?|n[ée]crologies?|interviews?|entretiens?|entrevistas?|interviste|wywiady?|rozhovory?|интервью|r[öo]portaj|trailers?|festivals?|festivais|listen?|lists?|top ?\\d+|essays?|features?|opinion)${end}|ニュース|新闻|新聞|뉴스|인터뷰|インタビュー|专访`,
  'iu',
);

const selector =
  '[class*="kicker" i], [class*="rubric" i], [class*="eyebrow" i], [class*="overline" i], [class*="categor" i], .cat-links a, [rel~="tag"], [rel~="category"], [class*="tag" i] a, a[class*="tag" i], [class*="label" i] a, [class*="breadcrumb" i] a, [class*="section" i] > a, [class*="topic" i] a';
const maxTexts = 40;
const maxLength = 40;

function listTexts(page: Page, { scope }: Article): string[] {
  const elements = Array.from(scope.querySelectorAll(selector)).slice(0, maxTexts);
  const texts = elements
    .filter((element) => !isClosed(element) && !/author|comment/i.test(attribute(element, 'class')))
    .map((element) => cleanText(rawText(element, maxLength + 1)))
    .filter((text) => text.length > 0 && text.length <= maxLength);
  const metas = ['article:section', 'article:tag'].map((name) => page.meta.get(name) ?? '');
  return [...texts, ...metas];
}

/** The folders of an address, without the last part, which is the article's own name. */
function listFolders({ pathname }: URL): string[] {
  const parts = pathname.split('/').filter((part) => part !== '');
  return parts.slice(0, -1).map((part) => part.replace(/[-_]/g, ' '));
}

/** What the section, the tags, the folders and the site's name say about an article. */
export function readSections(page: Page, article: Article, siteName: string): Sections {
  const texts = [...listTexts(page, article), ...listFolders(page.url)];
  const body = page.root.querySelector('body');
  const classes = body ? attribute(body, 'class').replace(/[-_]/g, ' ') : '';
  const says = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  return {
    saysFilm: says(film),
    saysReview: says(review) || /\breview\b/i.test(classes),
    saysOther: says(other),
    saysNews: says(news),
    isFilmSite: filmName.test(siteName) || filmName.test(page.url.hostname),
  };
}
